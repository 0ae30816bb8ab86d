"""The house of claims: what the course says, how sure it is, and what each sentence rests on."""
