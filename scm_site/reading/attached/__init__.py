"""Files beside an outcome, judged by what is in them and not by their names.

allowed        what is allowed in each format: one table; all else is refused
file_kinds     what a file is, by how it begins
plain_texts    tables and plain texts
formulas       formulas in tables and workbooks
pictures       PNG, JPEG and WebP; picture_metadata: what cameras write into them
archives       ZIP, and everything that is packed as one
data_archives  archives of data
packages       documents that are packed as a ZIP: office_files, office_parts, fields; open_documents
pdf_files      PDF; pdf_barriers: who cannot read it
opening        a file is opened by what it is, and tells its faults (faults)
worker         the process that does this, with limits
cleaning       a copy without the faults
inspection     all of it, for one file
attachments    a file beside an outcome, read once
"""
