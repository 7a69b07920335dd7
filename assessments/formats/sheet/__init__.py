"""The template: a table with a row for each question and language, as XLSX or CSV."""
