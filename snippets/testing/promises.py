from contract import PROMISES

for name, check in PROMISES.items():
    print(name)
    print("   ", check.__doc__.splitlines()[0])
