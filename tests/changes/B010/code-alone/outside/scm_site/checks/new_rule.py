print("a rule")
