"""The pages; each module has one, as a blueprint called ``page``."""
