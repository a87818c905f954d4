import admin from "./en/admin.json";
import attributes from "./en/attributes.json";
import blog from "./en/blog.json";
import callSheet from "./en/call-sheet.json";
import choices from "./en/choices.json";
import compare from "./en/compare.json";
import contact from "./en/contact.json";
import corrections from "./en/corrections.json";
import facts from "./en/facts.json";
import failures from "./en/failures.json";
import filters from "./en/filters.json";
import find from "./en/find.json";
import home from "./en/home.json";
import listings from "./en/listings.json";
import mail from "./en/mail.json";
import map from "./en/map.json";
import method from "./en/method.json";
import mine from "./en/mine.json";
import openData from "./en/open-data.json";
import pages from "./en/pages.json";
import rankings from "./en/rankings.json";
import reading from "./en/reading.json";
import receipt from "./en/receipt.json";
import shortlist from "./en/shortlist.json";
import site from "./en/site.json";

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
