"""The theme: what is changed in Material. MkDocs finds its folder as that of a package."""
