import admin from "./es/admin.json";
import attributes from "./es/attributes.json";
import blog from "./es/blog.json";
import callSheet from "./es/call-sheet.json";
import choices from "./es/choices.json";
import compare from "./es/compare.json";
import contact from "./es/contact.json";
import corrections from "./es/corrections.json";
import facts from "./es/facts.json";
import failures from "./es/failures.json";
import filters from "./es/filters.json";
import find from "./es/find.json";
import home from "./es/home.json";
import listings from "./es/listings.json";
import mail from "./es/mail.json";
import map from "./es/map.json";
import method from "./es/method.json";
import mine from "./es/mine.json";
import openData from "./es/open-data.json";
import pages from "./es/pages.json";
import rankings from "./es/rankings.json";
import reading from "./es/reading.json";
import receipt from "./es/receipt.json";
import shortlist from "./es/shortlist.json";
import site from "./es/site.json";

export default {
  site,
  attributes,
  contact,
  mail,
  home,
  rankings,
  method,
  listings,
  facts,
  blog,
  pages,
  admin,
  failures,
  filters,
  reading,
  map,
  choices,
  compare,
  callSheet,
  mine,
  openData,
  corrections,
  shortlist,
  find,
  receipt,
};
