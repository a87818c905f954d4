import type { MethodCriterion } from "@/lib/rankings/schema";

type Evidence = MethodCriterion["evidence"][number];

/** The published grounds of method 1. Figures stand as printed in the source, with year and population. */
export const EVIDENCE = {
  nationalAcademies: {
    title: "Medications for Opioid Use Disorder Save Lives (National Academies of Sciences, Engineering, and Medicine)",
    claim: {
      en: "The medications approved for opioid use disorder work and save lives.",
      es: "Los medicamentos aprobados para el trastorno por consumo de opioides funcionan y salvan vidas.",
    },
    url: "https://www.nap.edu/read/25310/chapter/61.xhtml",
    year: 2019,
  },
  deathsInTreatment: {
    title: "Association of opioid agonist treatment with all-cause mortality (Santo and others, JAMA Psychiatry)",
    claim: {
      en: "In 36 cohorts (749,634 people) the death rate during treatment with methadone or buprenorphine was less than half the rate outside it: rate ratio 0.47 (0.42–0.53).",
      es: "En 36 cohortes (749,634 personas), la tasa de muertes durante el tratamiento con metadona o buprenorfina fue menos de la mitad de la tasa fuera de él: razón de tasas 0.47 (0.42–0.53).",
    },
    url: "https://pubmed.ncbi.nlm.nih.gov/34076676/",
    year: 2021,
  },
  pathways: {
    title: "Comparative effectiveness of different treatment pathways (Wakeman and others, JAMA Network Open)",
    claim: {
      en: "Among 40,885 insured adults, only buprenorphine or methadone, of six pathways, was linked to fewer overdoses: 76% fewer at 3 months and 59% fewer at 12 months. Observational: a link, not proof of cause.",
      es: "Entre 40,885 adultos con seguro, de seis caminos de tratamiento solo la buprenorfina o la metadona se asociaron con menos sobredosis: 76% menos a los 3 meses y 59% menos a los 12 meses. Estudio observacional: muestra una asociación, no una causa.",
    },
    url: "https://jamanetwork.com/journals/jamanetworkopen/article-abstract/2760032",
    year: 2020,
  },
  deathsAfterStopping: {
    title: "Mortality risk during and after treatment with methadone or buprenorphine (Sordo and others, BMJ)",
    claim: {
      en: "In 19 cohorts, deaths from any cause per 1,000 person-years were 11.3 on methadone and 36.1 after leaving it; 4.3 on buprenorphine and 9.5 after leaving it.",
      es: "En 19 cohortes, las muertes por cualquier causa por cada 1,000 años-persona fueron 11.3 con metadona y 36.1 después de dejarla; 4.3 con buprenorfina y 9.5 después de dejarla.",
    },
    url: "https://pubmed.ncbi.nlm.nih.gov/28446428/",
    year: 2017,
  },
  detoxAlone: {
    title: "Opioid patient guide to the National Practice Guideline (American Society of Addiction Medicine)",
    claim: {
      en: "Withdrawal management alone does not treat the condition and may raise the chance of return to use.",
      es: "El manejo de los síntomas de abstinencia por sí solo no trata el trastorno y puede aumentar la probabilidad de volver a consumir.",
    },
    url: "https://eguideline.guidelinecentral.com/i/706017-asam-opioid-patient-piece/5",
    year: 2016,
  },
  lostTolerance: {
    title: "Loss of tolerance and overdose mortality after inpatient detoxification (Strang and others, BMJ)",
    claim: {
      en: "Of 137 patients followed after inpatient detox, all 3 who died of overdose, within 4 months, were among the 37 who had lost tolerance. A small, old study.",
      es: "De 137 pacientes seguidos después de una desintoxicación con internación, los 3 que murieron por sobredosis, en menos de 4 meses, estaban entre los 37 que habían perdido la tolerancia. Un estudio pequeño y antiguo.",
    },
    url: "http://www.bmj.com/content/326/7396/959",
    year: 2003,
  },
  choiceOfMedication: {
    title: "Extended-release naltrexone versus buprenorphine-naloxone, X:BOT (Lee and others, The Lancet)",
    claim: {
      en: "Of people assigned to it, 72% (204 of 283) managed to start the naltrexone injection and 94% (270 of 287) buprenorphine-naloxone: no one medication suits everyone.",
      es: "De las personas asignadas a cada uno, 72% (204 de 283) lograron empezar la inyección de naltrexona y 94% (270 de 287) la buprenorfina con naloxona: ningún medicamento sirve para todas las personas.",
    },
    url: "https://www.thelancet.com/journals/lancet/article/PIIS0140-6736(17)32812-X/fulltext",
    year: 2018,
  },
  naloxone: {
    title: "Opioid overdose: signs and what to do (CDC)",
    claim: {
      en: "Naloxone restores breathing in an opioid overdose within minutes and does no harm if no opioid is present.",
      es: "En una sobredosis de opioides, la naloxona restablece la respiración en minutos y no hace daño si no hay opioides en el cuerpo.",
    },
    url: "https://blogs.cdc.gov/publichealthmatters/2021/06/opioid-overdose/",
    year: 2021,
  },
  surveyItems: {
    title: "Tracking the quality of addiction treatment over time and across states (Mark and others, RTI Press)",
    claim: {
      en: "Researchers measured the federal signs of higher quality with items of the survey that we read. No outcome study is cited for this item alone.",
      es: "Los investigadores midieron las señales federales de mejor calidad con preguntas de la encuesta que leemos. No se cita ningún estudio de resultados sobre este punto por sí solo.",
    },
    url: "https://rtipress.scholasticahq.com/article/16796-tracking-the-quality-of-addiction-treatment-over-time-and-across-states-using-the-federal-government-s-signs-of-higher-quality",
    year: 2020,
  },
  signsOfQuality: {
    title: "Signs of quality and questions to ask (SAMHSA, FindTreatment.gov)",
    claim: {
      en: "SAMHSA names five signs of quality: accreditation or a license, approved medication, practices backed by evidence, families, and support beyond the substance use.",
      es: "SAMHSA nombra cinco señales de calidad: acreditación o licencia, medicamentos aprobados, prácticas basadas en evidencia, las familias y apoyo más allá del consumo de sustancias.",
    },
    url: "https://findtreatment.gov/",
    year: 2019,
  },
  stateOversight: {
    title: "Report 2023-120 on licensing and certification (California State Auditor)",
    claim: {
      en: "The state did not always inspect, or look into complaints, promptly: a license is a floor, not a seal of quality.",
      es: "El estado no siempre inspeccionó ni investigó las quejas a tiempo: una licencia es un mínimo, no un sello de calidad.",
    },
    url: "https://auditor.ca.gov/reports/2023-120",
    year: 2024,
  },
  licenseNeeded: {
    title: "Facility licensing (California Department of Health Care Services)",
    claim: {
      en: "A residential facility that gives detox, counseling sessions or treatment planning needs a state license.",
      es: "Un centro residencial que ofrece desintoxicación, sesiones de consejería o planes de tratamiento necesita una licencia del estado.",
    },
    url: "https://sps2016.dhcs.ca.gov/provgovpart/Pages/Licensing-and-Certification-Facility-Licensing.aspx",
    year: null,
  },
  certificationNeeded: {
    title: "Certification of alcohol and other drug programs: questions and answers (California DHCS)",
    claim: {
      en: "A program that gives treatment, detox or medication needs a certification of the department, unless it is residential and licensed, or one of those that section 11832.3 of the Health and Safety Code exempts. The page lists them.",
      es: "Un programa que ofrece tratamiento, desintoxicación o medicamentos necesita una certificación del departamento, salvo que sea residencial y tenga licencia, o que sea uno de los que exime la sección 11832.3 del Código de Salud y Seguridad. La página los enumera.",
    },
    url: "https://www.dhcs.ca.gov/provgovpart/Pages/AB-118-FAQs.aspx",
    year: null,
  },
  opioidProgramCertified: {
    title: "Certification of opioid treatment programs (SAMHSA)",
    claim: {
      en: "An opioid treatment program must be certified by the federal government, accredited, and licensed by its state. The state's licenses for it are in another list, which we do not have.",
      es: "Un programa de tratamiento para opioides debe tener la certificación del gobierno federal, acreditación y una licencia de su estado. Esas licencias del estado están en otra lista, que no tenemos.",
    },
    url: "https://www.samhsa.gov/medication-assisted-treatment/opioid-treatment-programs/apply",
    year: null,
  },
  secretShoppers: {
    title:
      "Admission practices and cost of care at residential programs in the US (Beetham and others, Health Affairs)",
    claim: {
      en: "In an audit of 613 residential programs, one third of callers were offered admission before any evaluation, and most programs asked for payment up front; both were common in accredited and licensed programs too. So accreditation earns few points.",
      es: "En una auditoría de 613 programas residenciales, a un tercio de quienes llamaron les ofrecieron ingresar antes de cualquier evaluación, y la mayoría de los programas pidió pagar por adelantado; ambas cosas fueron comunes también en programas acreditados y con licencia. Por eso la acreditación da pocos puntos.",
    },
    url: "https://doi.org/10.1377/hlthaff.2020.00378",
    year: 2021,
  },
  contingencyManagement: {
    title: "Contingency management for patients receiving medication (Bolívar and others, JAMA Psychiatry)",
    claim: {
      en: "In 74 trials (10,444 adults), contingency management added to medication had an effect on illicit opioid use of d=0.58 and on stimulant use of d=0.70.",
      es: "En 74 ensayos (10,444 adultos), el manejo de contingencias sumado a los medicamentos tuvo un efecto de d=0.58 en el consumo ilícito de opioides y de d=0.70 en el de estimulantes.",
    },
    url: "https://pubmed.ncbi.nlm.nih.gov/34347030/",
    year: 2021,
  },
  cbt: {
    title: "Combined medication and cognitive behavioral therapy (Ray and others, JAMA Network Open)",
    claim: {
      en: "In 30 studies of alcohol or substance use disorders, medication with cognitive behavioral therapy did better than medication with usual care, and not better than with another evidence-based therapy.",
      es: "En 30 estudios sobre trastornos por consumo de alcohol o sustancias, los medicamentos con terapia cognitivo-conductual dieron mejores resultados que con la atención habitual, y no mejores que con otra terapia basada en evidencia.",
    },
    url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC7305524",
    year: 2020,
  },
  motivational: {
    title: "Motivational interviewing for substance use reduction (Schwenker and others, Cochrane)",
    claim: {
      en: "A review of 93 studies (22,776 people), not specific to opioids; 69 studies had a high risk of bias. So it earns few points.",
      es: "Una revisión de 93 estudios (22,776 personas), no específica de los opioides; 69 estudios tenían alto riesgo de sesgo. Por eso da pocos puntos.",
    },
    url: "https://cochranelibrary.com/cdsr/doi/10.1002/14651858.CD008063.pub3/abstract",
    year: 2023,
  },
  changingNeeds: {
    title: "Seeking Drug Abuse Treatment: Know What to Ask (NIDA)",
    claim: {
      en: "Ask whether treatment fits the person, changes as needs change, and lasts long enough.",
      es: "Pregunte si el tratamiento se ajusta a la persona, cambia cuando cambian sus necesidades y dura lo suficiente.",
    },
    url: "https://www.drugsandalcohol.ie/16782/",
    year: 2013,
  },
  chronicIllness: {
    title: "Drug dependence, a chronic medical illness (McLellan and others, JAMA)",
    claim: {
      en: "Adherence and return of symptoms look like those of type 2 diabetes, hypertension and asthma: care has to go on after the first treatment.",
      es: "La constancia y el regreso de los síntomas se parecen a los de la diabetes tipo 2, la hipertensión y el asma: la atención debe seguir después del primer tratamiento.",
    },
    url: "https://jamanetwork.com/journals/jama/article-abstract/193144",
    year: 2000,
  },
  peers: {
    title: "Peer recovery support services: a systematic review (Eddie and others, Frontiers in Psychology)",
    claim: {
      en: "Signs of benefit beside many null results: promising, so few points.",
      es: "Hay señales de beneficio junto a muchos resultados nulos: es prometedor, por eso da pocos puntos.",
    },
    url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC6585590",
    year: 2019,
  },
  familyTraining: {
    title: "Community reinforcement and family training in groups (Manuel and others)",
    claim: {
      en: "When a family member took part in a training group, 60% of the relatives entered treatment; with self-directed work, 40%.",
      es: "Cuando un familiar participó en un grupo de capacitación, el 60% de los seres queridos empezó tratamiento; con trabajo por cuenta propia, el 40%.",
    },
    url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC3331969/",
    year: 2012,
  },
  countyNoCost: {
    title: "Substance use services at no cost (LA County Public Health, SAPC)",
    claim: {
      en: "County-contracted services are at no cost for eligible residents, such as those with Medi-Cal.",
      es: "Los servicios contratados por el condado no tienen costo para los residentes que reúnen los requisitos, como quienes tienen Medi-Cal.",
    },
    url: "https://admin.publichealth.lacounty.gov/sapc/public/recovery.htm",
    year: null,
  },
  slidingFee: {
    title: "Health Center Program Compliance Manual, chapter 9: Sliding Fee Discount Program (HRSA)",
    claim: {
      en: "Health centers may refuse nobody for inability to pay: at or under 100% of the federal poverty guidelines a full discount applies. We count the same practice elsewhere.",
      es: "Los centros de salud no pueden negar atención a nadie por no poder pagar: hasta el 100% de las guías federales de pobreza se aplica el descuento completo. Contamos la misma práctica en otros lugares.",
    },
    url: "https://bphc.hrsa.gov/programrequirements/compliancemanual/chapter-9.html",
    year: null,
  },
} as const satisfies Record<string, Evidence>;
