"""`python -m bot` is `teller`."""

from bot.cli import main

if __name__ == "__main__":
    main()
