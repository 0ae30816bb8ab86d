"""The house of lessons: each is a work that others can cite, in parts, whose paragraphs hold their sources."""

# What every lesson needs in the browser.
SHEET, SCRIPT = "lesson.css", "lesson.js"
