"""What is allowed in a file beside an outcome, one table a format. What is not here is refused.

Whoever adds an entry has looked at what a reader's program does with it: it must neither run anything, nor load
anything from elsewhere, nor tell where somebody was.
"""

import re


def list_words(text: str) -> frozenset[str]:
    """Give the words of a text."""
    return frozenset(text.split())


#: Office files (ECMA-376): the types of parts that are XML, without what they all begin and end with. Each is read.
OFFICE_PARTS = list_words("""
    application/xml text/xml application/inkml theme themeoverride vmldrawing drawing model3d custom-properties
    extended-properties customxmlproperties bibliography package.core-properties
    package.digital-signature-xmlsignature drawingml.chart drawingml.chartshapes drawingml.diagramcolors
    drawingml.diagramdata drawingml.diagramlayout drawingml.diagramstyle wordprocessingml.document.main
    wordprocessingml.document.glossary wordprocessingml.styles wordprocessingml.settings
    wordprocessingml.websettings wordprocessingml.fonttable wordprocessingml.numbering
    wordprocessingml.footnotes wordprocessingml.endnotes wordprocessingml.header wordprocessingml.footer
    wordprocessingml.comments wordprocessingml.commentsextended wordprocessingml.commentsids
    wordprocessingml.commentsextensible wordprocessingml.people spreadsheetml.sheet.main spreadsheetml.worksheet
    spreadsheetml.chartsheet spreadsheetml.styles spreadsheetml.sharedstrings spreadsheetml.calcchain
    spreadsheetml.table spreadsheetml.comments spreadsheetml.pivottable spreadsheetml.pivotcachedefinition
    spreadsheetml.pivotcacherecords spreadsheetml.sheetmetadata spreadsheetml.tablesinglecells
    presentationml.presentation.main presentationml.slide presentationml.slidelayout presentationml.slidemaster
    presentationml.notesslide presentationml.notesmaster presentationml.handoutmaster presentationml.presprops
    presentationml.viewprops presentationml.tablestyles presentationml.comments presentationml.commentauthors
    presentationml.tags presentationml.slideupdateinfo office.chartstyle office.chartcolorstyle
    office.classificationlabels office.chartex office.drawingml.chartex office.drawingml.diagramdrawing
    office.drawingml.ink drawingml.diagramdrawing word.styleswitheffects office.chartcolorstyle
    powerpoint.changesinfo powerpoint.revisioninfo powerpoint.authors powerpoint.comments excel.slicer
    excel.slicercache excel.timeline excel.timelinecache excel.threadedcomments excel.person
    excel.controlproperties excel.namedsheetviews excel.rdrichvalue excel.rdrichvaluestructure
    excel.rdrichvaluetypes excel.richstyles excel.rdarray excel.rdsupportingpropertybag
    excel.rdsupportingpropertybagstructure
    """)
OFFICE_TYPE = re.compile(
    r"(?:application/vnd\.(?:openxmlformats-officedocument\.|openxmlformats-|ms-))?(.*?)(?:\+xml)?",
    re.IGNORECASE,
)
#: Parts that are no XML: pictures, fonts, settings of a printer, sound and film; known by how they begin.
OPAQUE_PARTS = re.compile(
    r"image/[\w.+-]+ | application/(?:x-font-?\w*|vnd\.ms-opentype|vnd\.openxmlformats-officedocument\.obfuscatedFont"
    r"|vnd\.openxmlformats-officedocument\.(?:spreadsheetml|presentationml|wordprocessingml)\.printerSettings)"
    r" | font/\w+ | (?:audio|video)/[\w.+-]+",
    re.VERBOSE | re.IGNORECASE,
)
PACKED_PARTS = re.compile(
    r"application/vnd\.openxmlformats-officedocument\.(?:spreadsheetml\.sheet|wordprocessingml\.document"
    r"|presentationml\.presentation)",
    re.IGNORECASE,
)
#: How relations are called, by the last word of their address; only HYPERLINK may lead out of the file.
HYPERLINK = "hyperlink"
RELATIONS = list_words("""
    officedocument coreproperties extendedproperties customproperties core-properties extended-properties
    custom-properties thumbnail metadata/thumbnail hyperlink
    image theme themeoverride styles settings websettings fonttable numbering footnotes endnotes header footer
    comments commentsextended commentsids commentsextensible people glossarydocument customxml customxmlprops
    bibliography styleswitheffects keymapcustomizations chart chartstyle chartcolorstyle chartusershapes chartex
    diagramdata diagramlayout diagramquickstyle diagramcolors diagramdrawing drawing vmldrawing legacydrawing
    package font worksheet chartsheet dialogsheet sharedstrings calcchain table pivottable pivotcachedefinition
    pivotcacherecords sheetmetadata tablesinglecells volatiledependencies printersettings slicer slicercache
    timeline timelinecache threadedcomment person slide slidelayout slidemaster notesslide notesmaster
    handoutmaster presprops viewprops tablestyles tags commentauthors slideupdateinfo changesinfo revisioninfo
    authors audio video media hdphoto ink inkxml customproperty rdrichvalue rdrichvaluestructure
    rdrichvaluetypes richstyles rdsupportingpropertybag rdsupportingpropertybagstructure namedsheetview
    classificationlabels model3d origin signature certificate downrev activedocument digital-signature/origin
    digital-signature/signature digital-signature/certificate smarttags cachemetadata ctrlprop
    """)

#: What a field of a Word document may do (ECMA-376, part 1, 17.16): show what the document itself knows.
FIELDS = list_words("""
    = ADDIN ADDRESSBLOCK ADVANCE ASK AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT AUTOTEXT AUTOTEXTLIST BARCODE
    BIBLIOGRAPHY BIDIOUTLINE CITATION COMMENTS COMPARE CREATEDATE DATE DISPLAYBARCODE DOCPROPERTY DOCVARIABLE
    EDITTIME EQ FILENAME FILESIZE FILLIN FORMCHECKBOX FORMDROPDOWN FORMTEXT FORMULA GLOSSARY GOTOBUTTON
    GREETINGLINE HYPERLINK IF INDEX INFO KEYWORDS LASTSAVEDBY LISTNUM MERGEBARCODE MERGEFIELD MERGEREC MERGESEQ
    NEXT NEXTIF NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE QUOTE REF REVNUM SAVEDATE SECTION
    SECTIONPAGES SEQ SET SHAPE SKIPIF STYLEREF SUBJECT SYMBOL TA TC TEMPLATE TIME TITLE TOA TOC USERADDRESS
    USERINITIALS USERNAME XE
    """)
#: What a click on a slide may do (MS-PPT, 2.12); links are judged by where they lead.
SLIDE_ACTIONS = re.compile(
    r"ppaction://(?:hlinkshowjump\?jump=\w+|hlinksldjump|noaction|media|customshow\?[\w=&]*|hlinkshowjump)?",
    re.IGNORECASE,
)

#: OpenDocument (OASIS 1.3): members by name, and what the elements may belong to.
MEMBERS = re.compile(
    r"mimetype | (?:Object[ ]?\d+/|Obj\w+/)*(?:content|styles|meta|settings)\.xml | manifest\.rdf | layout-cache"
    r" | META-INF/(?:manifest|documentsignatures)\.xml | Thumbnails/[^/]+\.(?:png|pdf|jpg) | .*/manifest\.rdf"
    r" | (?:Object[ ]?\d+/)*(?:Pictures|Media|Fonts)/[^/]+ | (?:Object[ ]?\d+/)*ObjectReplacements/[^/]+"
    r" | (?:Object[ ]?\d+/)*Configurations2/(?:[\w/]+\.xml|images/Bitmaps/[\w.-]+)",
    re.VERBOSE,
)
_OASIS, _OPEN = "urn:oasis:names:tc:opendocument:xmlns:", "http://openoffice.org/"
NAMESPACES = re.compile(
    rf"{_OASIS}(?:office|style|text|table|drawing|xsl-fo-compatible|meta|datastyle|svg-compatible|chart|dr3d|form"
    r"|presentation|smil-compatible|animation|of|config|manifest|database|digitalsignature):\d\.\d"
    rf"|urn:org:documentfoundation:names:experimental:(?:office|calc|config|loext)[\w:.-]*|{_OPEN}\d{{4}}/[\w/-]+"
    r"|http://www\.w3\.org/(?:1999/xlink|1998/Math/MathML|1999/02/22-rdf-syntax-ns#|2000/09/xmldsig#|TR/css3-text/|1999/xhtml|2003/g/data-view#)"
    r"|http://purl\.org/dc/elements/1\.1/|http://uri\.etsi\.org/01903/[\w.#]+|http://docs\.oasis-open\.org/[\w/.#-]+"
    r"|urn:oasis:names:tc:opendocument:xmlns:(?:field|rpt|formx)[\w:.-]*|http://www\.w3\.org/2000/svg|urn:microsoft-?[\w:.-]*"
    r"|http://schemas\.microsoft\.com/[\w/.-]+|http://www\.gnumeric\.org/odf-extension/1\.0|"
)
#: What happens on a click on OpenDocument slides.
PRESENTATION_ACTIONS = list_words("""
    none previous-page next-page first-page last-page hide stop show sound fade-out
    """)

#: PDF (ISO 32000-2): actions, and what may lie on a page.
PDF_ACTIONS = frozenset({"/GoTo", "/URI", "/Named"})
PDF_NAMED = frozenset(
    f"/{name}"
    for name in list_words("""
    NextPage PrevPage FirstPage LastPage GoBack GoForward GoToPage Find Print FullScreen
    """)
)
PDF_ANNOTATIONS = frozenset(
    f"/{name}"
    for name in list_words("""
    Link Text FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink
    Popup Widget Watermark Redact PrinterMark TrapNet Projection
    """)
)

#: Pictures: the pieces of a file.
PNG_CHUNKS = frozenset(
    name.encode()
    for name in list_words("""
    IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD hIST pHYs sPLT tIME cICP mDCV mDCv cLLI cLLi acTL fcTL fdAT
    oFFs sCAL pCAL sTER vpAg iDOT orNT caNv gIFg gIFx gIFt
    """)
)
PNG_TEXTS = re.compile(
    rb"Software|Title|Description|Comment|Creation ?Time|Source|Disclaimer|Warning|Document|Thumb::.*|date:\w+"
    rb"|png:\w[\w:-]*"
    rb"|exif:(?!GPS|Artist|Copyright|CameraOwner)[\w:]+|icc:\w+|(?:pdf|ps):[\w:-]+|Page|svg:[\w-]+|dc:(?:title|format|language|description)"
    rb"|jpeg:[\w:-]+|label|signature|create-date|modify-date|Generator|generator|Creator Tool|xmp:\w+|tiff:\w+",
    re.IGNORECASE,
)
WEBP_CHUNKS = frozenset({b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
#: JPEG: segments by their number, and for application segments by how they begin.
JPEG_SEGMENTS = frozenset({*range(0xC0, 0xD0), 0xD9, 0xDA, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF})
JPEG_APPLICATIONS = {
    0xE0: (b"JFIF\0", b"JFXX\0", b"AVI1", b"Ocad"), 0xE2: (b"ICC_PROFILE\0", b"MPF\0", b"FPXR\0"),
    0xEC: (b"Ducky",), 0xEE: (b"Adobe",),
}  # fmt: skip
#: Tags of a position in EXIF are those of its GPS block but these, which say when and how it was measured.
EXIF_POSITION_FREE = frozenset({0, 7, 8, 9, 10, 11, 18, 29, 30})
#: What XMP may talk about (ISO 16684); the names of people in it are told apart.
XMP = re.compile(
    r"adobe:ns:meta/|http://ns\.adobe\.com/(?:xap/1\.0/.*|xmp/1\.0/.*|tiff/1\.0/|exif/1\.0/(?:aux/)?|pdf/1\.3/|pdfx/1\.3/"
    r"|camera-raw-settings/1\.0/|camera-raw-saved-settings/1\.0/|photoshop/1\.0/|illustrator/1\.0/|lightroom/1\.0/|dicom/"
    r"|TransparencyGradients/1\.0/|xmp/note/|creatorAtom/1\.0/|AcrobatAdhocWorkflow/1\.0/|InDesign/1\.0/|xfa/promoted-desc/)"
    r"|http://purl\.org/dc/(?:elements/1\.1|terms)/|http://www\.w3\.org/1999/02/22-rdf-syntax-ns#"
    r"|http://cipa\.jp/exif/(?:1\.0/(?:exifEX/)?|2\.\d+/)|http://www\.aiim\.org/pdf\w+/ns/[\w/#]+|http://www\.npes\.org/pdfx/ns/id/"
    r"|http://www\.w3\.org/XML/1998/namespace|http://www\.gimp\.org/xmp/|http://prismstandard\.org/namespaces/[\w./]+"
    r"|http://creativecommons\.org/ns#|http://ns\.microsoft\.com/photo/1\.[02]/?|http://ns\.useplus\.org/ldf/xmp/1\.0/"
    r"|http://iptc\.org/std/Iptc4xmpCore/1\.0/xmlns/|http://www\.digikam\.org/ns/1\.0/|http://ns\.acdsee\.com/iptc/1\.0/|http://www\.communicatingastronomy\.org/avm/1\.0/|http://www\.day\.com/[\w/.-]+|"
)
XMP_PLACE = re.compile(
    r"GPS(?!Version|DateStamp|TimeStamp|MapDatum|Measure|Status|Sat|DOP)\w+|Location\w*|Sub-?location|City|CreatorContactInfo|Ci[A-Z]\w+|PersonInImage",
    re.IGNORECASE,
)
XMP_MAKERS = frozenset(
    {"creator", "Owner", "Credit", "CaptionWriter", "Author", "OwnerName", "CameraOwnerName", "Artist"}
)

#: ZIP archives of data: the ends of the names in them that are not kinds of file of their own.
DATA_TEXTS = list_words("""
    .json .geojson .jsonld .topojson .ndjson .jsonl .xml .gml .kml .gpx .xsd .yml .yaml .toml .md .rst .tsv .tab
    .dat .asc .prj .cpg .qpj .qml .sld .wld .tfw .jgw .pgw .bib .ris .ics .vcf .ttl .nt .nq .n3 .rdf .owl .tex
    .log .sha256 .md5 .cff .po
    """)
DATA = list_words("""
    .tif .tiff .gif .shp .shx .dbf .sbn .sbx .qix .gpkg .sqlite .nc .h5 .hdf5 .parquet .feather .arrow .las .laz
    .npy .sav .dta .por .xpt .fgb .mbtiles .ifc .mp3 .mp4 .wav .ogg .flac .webm
    """)

#: Functions of workbooks that compute; none of them reads from elsewhere or starts anything. HYPERLINK is judged apart.
FUNCTIONS = list_words("""
    ABS ACCRINT ACCRINTM ACOS ACOSH ACOT ACOTH ADDRESS AGGREGATE AMORDEGRC AMORLINC ANCHORARRAY AND ARABIC AREAS
    ARRAYTOTEXT ASC ASIN ASINH ATAN ATAN2 ATANH AVEDEV AVERAGE AVERAGEA AVERAGEIF AVERAGEIFS B BAHTTEXT BASE
    BESSELI BESSELJ BESSELK BESSELY BETA.DIST BETA.INV BETADIST BETAINV BIN2DEC BIN2HEX BIN2OCT BINOM.DIST
    BINOM.DIST.RANGE BINOM.INV BINOMDIST BITAND BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING
    CEILING.MATH CEILING.PRECISE CELL CHAR CHIDIST CHIINV CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT
    CHISQ.TEST CHISQDIST CHISQINV CHITEST CHOOSE CHOOSECOLS CHOOSEROWS CLEAN CODE COLOR COLUMN COLUMNS COMBIN
    COMBINA COMPLEX CONCAT CONCATENATE CONFIDENCE CONFIDENCE.NORM CONFIDENCE.T CONVERT CONVERT_ADD CORREL COS
    COSH COT COTH COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS COUPDAYBS COUPDAYS COUPDAYSNC COUPNCD COUPNUM COUPPCD
    COVAR COVARIANCE.P COVARIANCE.S CRITBINOM CSC CSCH CUMIPMT CUMPRINC CURRENCY CURRENT DATE DATEDIF DATESTRING
    DATEVALUE DAVERAGE DAY DAYS DAYS360 DAYSINMONTH DAYSINYEAR DB DBCS DCOUNT DCOUNTA DDB DEC2BIN DEC2HEX
    DEC2OCT DECIMAL DEGREES DELTA DEVSQ DGET DISC DMAX DMIN DOLLAR DOLLARDE DOLLARFR DPRODUCT DROP DSTDEV
    DSTDEVP DSUM DURATION DVAR DVARP EASTERSUNDAY ECMA.CEILING EDATE EDATE_ADD EFFECT ENCODEURL EOMONTH ERF
    ERF.PRECISE ERFC ERFC.PRECISE ERROR.TYPE ERRORTYPE EUROCONVERT EVEN EXACT EXP EXPAND EXPON.DIST EXPONDIST
    F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FACT FACTDOUBLE FALSE FDIST FIELDVALUE FILTER FILTERXML FIND FINDB
    FINV FISHER FISHERINV FIXED FLOOR FLOOR.MATH FLOOR.PRECISE FORECAST FORECAST.ETS FORECAST.ETS.CONFINT
    FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT FREQUENCY FTEST FV FVSCHEDULE GAMMA
    GAMMA.DIST GAMMA.INV GAMMADIST GAMMAINV GAMMALN GAMMALN.PRECISE GAUSS GAUSSIAN GCD GCD_ADD GEOMEAN GESTEP
    GETPIVOTDATA GOALSEEK GROUPBY GROWTH HARMEAN HEX2BIN HEX2DEC HEX2OCT HLOOKUP HOUR HSTACK HYPERLINK
    HYPGEOM.DIST HYPGEOMDIST IF IFERROR IFNA IFS IMABS IMAGINARY IMARGUMENT IMCONJUGATE IMCOS IMCOSH IMCOT IMCSC
    IMCSCH IMDIV IMEXP IMLN IMLOG10 IMLOG2 IMPOWER IMPRODUCT IMREAL IMSEC IMSECH IMSIN IMSINH IMSQRT IMSUB IMSUM
    IMTAN INDEX INDIRECT INFO INT INTERCEPT INTERSECT INTRATE IPMT IRR ISBLANK ISERR ISERROR ISEVEN ISFORMULA
    ISLEAPYEAR ISLOGICAL ISNA ISNONTEXT ISNUMBER ISO.CEILING ISODD ISOMITTED ISOWEEKNUM ISPMT ISREF ISTEXT
    IS_TRUE JIS KURT LAMBDA LARGE LCM LCM_ADD LEFT LEFTB LEGACY.CHIDIST LEGACY.CHIINV LEGACY.CHITEST
    LEGACY.FDIST LEGACY.FINV LEGACY.NORMSDIST LEGACY.NORMSINV LEGACY.TDIST LEN LENB LET LINEST LN LOG LOG10
    LOGEST LOGINV LOGNORM.DIST LOGNORM.INV LOGNORMDIST LOOKUP LOWER MAKEARRAY MAP MATCH MAX MAXA MAXIFS MDETERM
    MDURATION MEDIAN MID MIDB MIN MINA MINIFS MINUTE MINVERSE MIRR MMULT MOD MODE MODE.MULT MODE.SNGL MONTH
    MONTHS MROUND MULTINOMIAL MULTIPLE.OPERATIONS MUNIT N NA NEGBINOM.DIST NEGBINOMDIST NETWORKDAYS
    NETWORKDAYS.INTL NOMINAL NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NORMDIST NORMINV NORMSDIST NORMSINV NOT
    NOW NPER NPV NUMBERSTRING NUMBERVALUE OCT2BIN OCT2DEC OCT2HEX ODD ODDFPRICE ODDFYIELD ODDLPRICE ODDLYIELD
    OFFSET OPT_BARRIER OR PDURATION PEARSON PERCENTILE PERCENTILE.EXC PERCENTILE.INC PERCENTOF PERCENTRANK
    PERCENTRANK.EXC PERCENTRANK.INC PERMUT PERMUTATIONA PHI PHONETIC PI PIVOTBY PMT POISSON POISSON.DIST POWER
    PPMT PRICE PRICEDISC PRICEMAT PROB PRODUCT PROPER PV QUARTILE QUARTILE.EXC QUARTILE.INC QUOTIENT RADIANS
    RAND RAND.NV RANDARRAY RANDBETWEEN RANDBETWEEN.NV RANK RANK.AVG RANK.EQ RATE RAWSUBTRACT RECEIVED REDUCE
    REGEXEXTRACT REGEXREPLACE REGEXTEST REPLACE REPLACEB REPT RIGHT RIGHTB ROMAN ROT13 ROUND ROUNDDOWN ROUNDSIG
    ROUNDUP ROW ROWS RRI RSQ SCAN SEARCH SEARCHB SEC SECH SECOND SEQUENCE SERIESSUM SHEET SHEETS SIGN SIN SINGLE
    SINH SKEW SKEW.P SLN SLOPE SMALL SORT SORTBY SQRT SQRTPI STANDARDIZE STDEV STDEV.P STDEV.S STDEVA STDEVP
    STDEVPA STEYX STYLE SUBSTITUTE SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT SUMSQ SUMX2MY2 SUMX2PY2 SUMXMY2 SWITCH
    SYD T T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TAN TANH TBILLEQ TBILLPRICE TBILLYIELD TDIST
    TEXT TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TIME TIMEVALUE TINV TOCOL TODAY TOROW TRANSPOSE TREND TRIM
    TRIMMEAN TRIMRANGE TRUE TRUNC TTEST TYPE UNICHAR UNICODE UNIQUE UPPER USDOLLAR VALUE VALUETOTEXT VAR VAR.P
    VAR.S VARA VARP VARPA VDB VLOOKUP VSTACK WEEKDAY WEEKNUM WEEKNUM_EXCEL2003 WEEKNUM_OOO WEEKS WEEKSINYEAR
    WEIBULL WEIBULL.DIST WORKDAY WORKDAY.INTL WRAPCOLS WRAPROWS XIRR XLOOKUP XMATCH XNPV XOR YEAR YEARFRAC YEARS
    YIELD YIELDDISC YIELDMAT Z.TEST ZTEST
    """)
