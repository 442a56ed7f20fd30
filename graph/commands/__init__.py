"""The commands of `rodatraden`; each module has one, called ``command``."""
