"""The book to take away: each page as Markdown and as a notebook, its files, and what tells machines where they are."""
