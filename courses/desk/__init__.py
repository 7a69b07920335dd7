"""The author's desk: what a page still lacks, what changed in it, who has read its translation, copies of courses."""
