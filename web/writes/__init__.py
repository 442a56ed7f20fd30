"""The pages of a service that may be written to, one blueprint each; where it only reads they are not there at all."""
