"""What Teller cannot or will not say, told by the words that ask for it."""

from bot.questions.question import Refusal
from bot.questions.rules.rule import compiled

_PATTERNS = {
    Refusal.FORECAST: r"""
        will .*\b(?:win | be elected | lose | hold | gain | get | become | happen | take | keep)
        | going to (?:win | lose | be | happen | get | take | hold | keep) | gonna win
        | would (?:win | lose) | next (?:(?:general | uk) )?(?:by ?election | byelection
        | election | ge | time | parliament | mp | government) | predict\w* | forecast\w* | odds
        | betting | bookies | favourites? to win | likely to | opinion poll\w* | poll(?:s
        | ing) (?:say | show | average | lead | today | now | numbers) | polling (?:average
        | lead | numbers | at) | in the polls | latest polls? | exit polls? | projected
        | projection | chances? of | tomorrow | might | could .*win | if .*\bhad | ^next$
        | is .*\bahead$ | in the lead | next year | next month | upcoming
        | if there was an election | snap election | election .*be called
    """,
    Refusal.OPINION: r"""
        (?:should | shall | ought | do) (?:i | we | you | people | one | everyone
        | anyone)(?: \w+){0,3} (?:vote | voting | support | back | like | prefer | think | trust
        | hate | love) | who (?:should | do you | would you | to vote) | whom to vote
        | who to vote | vote for me | your (?:opinion | view | views | favou?rite | thoughts)
        | what do you think | in your opinion | favou?rite | (?:best | worst | greatest | nicest
        | stupidest | smartest | funniest) (?:party | candidates? | mps? | leader
        | prime minister | pm | politician | government | person) | (?:is | are | was
        | were) .*\b(?:good | bad | any good | corrupt | racist | evil | lying | a liar | liars
        | honest | useless | stupid | fascist | communist | a crook | crooks | trustworthy
        | fair | rigged | stolen | idiot | idiots | clever | rubbish | great)$ | deserve\w*
        | should .*\bhave | good (?:idea | thing) | bad (?:idea | thing) | tactical\w*
        | why (?:did | do | does | was | were | is | are | has | have | should | would | didnt)
        | better (?:mp | party | leader | prime minister | pm | candidate) | most (?:popular
        | hated | trusted) (?:politician | leader | mp) | agree with | rigged | support for
    """,
    Refusal.DEVOLVED: r"""
        mayors? | ms (?:for | of | in) | mayoral\w* | council | councils | councillors?
        | local (?:(?:government | council) )?elections? | locals | county council | holyrood
        | msps? | senedd | stormont | mlas? | (?:welsh | northern ireland | ni | london
        | scottish) assembly | assembly elections? | assembly | scottish parliament\w*
        | scottish election | welsh parliament | european (?:parliament\w* | union | elections?)
        | euro(?:pean)? elections? | meps? | referendum\w* | (?:remain | leave) (?:vote | share
        | voters? | side | won | win) | indyref\w* | brexit (?:vote | referendum)
        | voted? (?:for )?(?:leave | remain | brexit) | leave or remain | remain or leave | eu
        | police (?:and )?(?:crime )?commissioners? | pcc | crime commissioner | house of lords
        | lords | peers? | peerage | parish | first minister | by ?election to the council
        | borough election | av vote | alternative vote | devolved | leadership (?:election
        | contest | race)
    """,
    Refusal.OFFICE: r"""
        prime minister\w* | pms? | chancellor | home secretary | foreign secretary
        | health secretary | education secretary | cabinet | ministers? | ministerial
        | leaders? of | party leaders? | leader | leads (?:the )?(?:labour | conservative | tor
        | lib | reform | green | snp | party)\w* | leadership | the king | the queen | monarch
        | chief whip | whips? | leader of the opposition | in (?:government | power | charge)
        | shadow \w+ | the opposition | speaker of the house | deputy speaker | committee
    """,
    Refusal.POLICY: r"""
        polic(?:y | ies) | manifestos? | what (?:does | do | did) .*(?:stand for | believe
        | want)$ | believes? | taxes? | immigration | economy | the nhs | nhs | how old | age
        | ages | aged | born | birthday | salary | salaries | earn | paid | expenses | married
        | wife | husband | children | email | address | phone | contact | twitter | instagram
        | website | net worth | rich | educat\w+ | university | school | religion | religious
        | gay | religio\w* | ethnic\w* | polling (?:stations? | places? | cards? | day time)
        | where do i vote | how do i (?:vote | register) | (?:how | where) (?:to | can i
        | do i) (?:vote | register) | postal vot\w* | proxy | register to vote | photo id
        | voter id | deadline | when (?:is | are | will) (?:the )?(?:(?:next
        | general) )?election | constituency office | surgery | died | dead | alive | death
        | killed | scandal | affair | arrest\w* | suspend\w* | whip removed | resign\w*
        | defect\w* | voting record | voted (?:for | against) (?:the )?(?:war | bill | deal)
        | speech | speeches | quotes? | biograph\w* | bio | donat\w+ | donors? | funding | spend
        | spent | spending | cost | (?:young | old | older | younger | working class | black
        | white | asian | muslim | female | male | women) (?:people | voters?) | students?
        | pensioners? | (?:black | asian | muslim | jewish | gay | youngest | oldest) (?:mps?
        | members? | candidates?) | can i vote | (?:say | said | says | think | thinks
        | thought) (?:about | on | of) | women (?:vote | voted | voters) | what (?:is | are
        | does | do) (?:an? )?(?:by ?elections? | byelections? | deposits? | lost deposits?
        | majority | majorities | swings? | turnouts? | marginals? | marginal seats?
        | constituency | constituencies | hung parliament | safe seats?
        | notional\w*)(?: (?:mean | work))?$ | income | house prices? | crime | unemployment
        | weather | temperature | population | how many people live | first past the post
        | electoral (?:system | reform | commission) | proportional representation
        | how does .*work | rules? | law | legal | constitution | who are you | who made you
        | joke | recipe | news
    """,
    Refusal.ABROAD: r"""
        isle of man | jersey | guernsey | french | france | german\w* | american? | usa
        | us (?:election | presiden\w* | senate | congress | midterms? | house) | u s
        | presidents? | presidential\w* | trump | biden | harris election | obama | clinton
        | macron | le pen | merkel | scholz | merz | putin | modi | zelensk\w+ | trudeau
        | carney | albanese | milei | congress | senators? | senate | governors?
        | electoral college | bundestag | dail | dáil | taoiseach | (?:(?:republic of | in
        | the) )ireland(?! north) | irish | canad\w+ | australia\w* | india\w* | russia\w*
        | ukrain\w+ | spain | spanish | italy | italian\w* | dutch | netherlands | holland
        | poland | polish | sweden | swedish | norw\w+ | denmark | danish | finland | finnish
        | japan\w* | chin(?:a | ese) | israel\w* | turkey | turkish | brazil\w* | argentin\w+
        | mexic\w+ | new zealand | knesset | kenya\w* | nigeria\w* | pakistan\w* | hungar\w+
        | greek | greece | portug\w+ | texas | california | ohio | florida | new york | paris
        | berlin | europe\w*
    """,
}
_REFUSED = {why: compiled(pattern) for why, pattern in _PATTERNS.items()}


def refusal_in(said: str) -> Refusal | None:
    """Why folded words have no answer; None where they may have one."""
    return next((why for why, pattern in _REFUSED.items() if pattern.search(said)), None)
