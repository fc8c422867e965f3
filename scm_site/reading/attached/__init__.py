"""Files beside an outcome, judged by what is in them and not by their names.

file_kinds     what a file is, by how it begins
plain_texts    tables and plain texts
pictures       PNG, JPEG and WebP
archives       ZIP, and everything that is packed as one
data_archives  archives of data
office_files   documents, slides and workbooks
pdf_process    PDF, in a process of its own
inspection     all of it, for one file
attachments    a file beside an outcome, read once
"""
