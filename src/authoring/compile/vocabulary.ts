/** Words that tell what a line of notes is. English, as the notes this reads are. */

const instructionVerbs =
  'add|allocate|append|apply|assign|associate|attach|build|change|check|choose|click|clone|configure|connect|copy|create|delete|deploy|detach|disable|download|edit|enable|ensure|enter|execute|expand|export|find|fill|finish|follow|give|go|import|install|invoke|launch|log|login|make|modify|move|name|navigate|open|optionally|paste|pass|pick|press|provide|pull|push|put|register|remove|rename|replace|restart|review|run|save|search|see|select|send|set|setup|sign|specify|start|stop|submit|tag|terminate|test|tick|type|update|upload|verify|wait|write';

const instruction = new RegExp(
  `^(?:(?:first|then|next|now|finally|lastly|secondly|optionally|also|again|afterwards|once done|in the \\w+(?: \\w+){0,3}),? )?(?:you (?:need|have) to )?(?:${instructionVerbs})\\b(?! of\\b)`,
  'i',
);

/** Tells a reader to do something: a step, as against a fact. */
export const isInstruction = (text: string): boolean =>
  instruction.test(text.replace(/^[`*_"'([]+/, '')) &&
  !/^\w+ (?:is|are|can|was|will|has|ends?|starts|begins|must|may|contains)\b/i.test(text);

const aimVerbs = new RegExp(
  `^(?:(?:only|also|quickly|automatically|securely|easily) )?(?:${instructionVerbs}|access|achieve|allow|analy[sz]e|authenticate|authori[sz]e|automate|avoid|back|balance|be|block|cache|capture|combine|compare|control|convert|decouple|decrypt|define|deliver|describe|detect|determine|distribute|encrypt|expose|extend|filter|force|generate|get|grant|group|handle|host|identify|improve|increase|initiali[sz]e|insert|inspect|isolate|join|keep|limit|list|load|lower|manage|measure|merge|migrate|mirror|monitor|mount|optimi[sz]e|prevent|print|process|produce|protect|provision|publish|query|reach|read|receive|record|recover|reduce|replicate|resolve|restore|restrict|retrieve|reuse|roll|rotate|route|scale|schedule|secure|share|shift|show|simulate|speed|split|store|stream|support|switch|sync|synchroni[sz]e|track|trace|transfer|transform|trigger|tune|use|validate|view|work)\\b`,
  'i',
);

/** Begins with a verb in the infinitive: something that can be done or wished for. */
export const isAim = (text: string): boolean => aimVerbs.test(text.replace(/^[`*_"'(]+/, ''));

/** What only a person at a screen does: of no use as a fact. */
export const isScreenWork = (text: string): boolean =>
  /\b(?:click|tick|dropdown|radio|button|sidebar|incognito|tabs?\b|screen|drag|checkbox|scroll|wizard|dashboard >)/i.test(
    text,
  );

const verbs =
  "is|are|was|were|be|been|has|have|had|can|cannot|can't|could|will|won't|would|must|may|might|should|does|do|did|doesn't|don't|isn't|aren't|gets?|got|holds?|needs?|uses?|allows?|provides?|supports?|runs?|gives?|makes?|takes?|means?|lets?|stores?|sends?|keeps?|helps?|enables?|requires?|contains?|works?|appl(?:y|ies)|returns?|triggers?|handles?|scales?|costs?|consists?|defines?|controls?|acts?|becomes?|belongs?|goes|comes?|exists?|starts?|stops?|expires?|reads?|writes?|quer(?:y|ies)|generates?|receives?|replicates?|distributes?|invokes?|removes?|deletes?|adds?|launches|manages?|integrates?|translates?|redirects?|routes?|hosts?|serves?|caches?|encrypts?|decrypts?|signs?|verif(?:y|ies)|grants?|denies|deny|blocks?|delivers?|retries|fails?|polls?|pushes|pulls?|publishes|subscribes?|limits?|charges?|pays?|deploys?|creates?|attach(?:es)?|attached|copies|moves?|minimi[sz]es|operates?|terminates?|persists?|waits?|grows?|shrinks?|covers?|spans?|counts?|measures?|records?|logs?|tracks?|collects?|offers?|includes?|depends?|determines?|decides?|performs?|processes|executes|forwards?|inspects?|restricts?|specif(?:y|ies)|inherits?|overrides?|assumes?|issues?|uploads?|downloads?|maps?|sits?|stays?|happens?|maintains?|rotates?|synchroni[sz]es|transfers?|connects?|resolves?|tells?|names?|points?|represents?|follows?|kept|sent|stored|used|called|based|charged|managed|limited|created|taken|lost|finds|lists|captures?|orchestrates|coordinates|scans|filters|shows|draws|resumes|rotates|detects?|analyses|analyzes|evaluates|protects|monitors|converts|supports|ist|sind|hat|haben|kann|k\u00F6nnen|l\u00E4uft|wird|werden|gibt|liegt|umfasst|enth\u00E4lt|beh\u00E4lt|braucht|gilt|speichert|reserviert|muss|m\u00FCssen|vermeidet|verhindert|schl\u00E4gt";

const verbPattern = new RegExp(`\\b(?:${verbs})\\b`, 'i');

export const hasVerb = (text: string): boolean => verbPattern.test(text);

/** Where the first verb stands, or -1. */
export const firstVerbAt = (text: string): number => text.search(verbPattern);

/** A beginning that points at what was said before: alone on a card nobody knows at what. */
const pointsBack =
  /^(?:and|or|but|then|so|also|otherwise|however|hence|thus|therefore|additionally|similarly|likewise|moreover|further(?:more)?|instead|meanwhile|besides|too|in (?:this|that|these|such|both|either|each|contrast|addition|case)\b|for (?:this|that|these|example|instance|more)|by doing|after (?:this|that)|with (?:this|that|these)|at this|this|these|that|those|they|he|she|his|her|him|there(?! (?:is|are|can)\b)|here|now|finally|next|again|below|above|we|our|my|mine|i|i'm|let's|lets|previously|the (?:same|above|below|following|former|latter|example|next|previous|other|rest)|same|another|others?|such|which|who|where|whereas|while|because|since|like|eg|e\.g|ex|example|i\.e|ie|etc|more|as of now|as above|as below|say|suppose|assume|image|imagine|follow|dies(?:e[rsmn]?)?|das|sie|es|dann|danach|damit|dort|deshalb|daher|au\u00DFerdem|so wird|hier)\b/i;

export const dependsOnBefore = (text: string): boolean => pointsBack.test(text.replace(/^[`*_"'(]+/, ''));

/** Words inside a sentence that point at another place of the notes. */
export const refersElsewhere = (text: string): boolean =>
  /\b(?:as (?:below|above|follows|explained)|helps? in this|in step \d|(?:see|shown|described|listed|defined|created|mentioned|step|explained) (?:above|below|earlier|previously|in step|\d)|the following|following (?:is|are|code|command|json|yaml|example)|this (?:step|example|case|lab|course|demo|section|way|issue|page|file)|in our (?:case|example)|previously|let's|our|we|we're|we've|i|my)\b/i.test(
    text,
  );

/** Names that somebody gave in a lab of his own: `MyVPC`, `QueueA`, `sg1`. What is said of them holds there only. */
export const hasLocalName = (text: string): boolean =>
  /\bMy(?!SQL)[A-Z]\w*|\bmy[-_]?(?:bucket|queue|topic|table|function|vpc|app|role|stack)\b|\b(?:Queue|Topic|Bucket|User|Server|Account|Subnet|Table|Function|Role|Instance|Stack)[A-Z](?![a-zA-Z])|\bsomeone@example\.com\b|\bAKIAIOSFODNN7EXAMPLE\b|\b[a-z]+-sg-\d|\bsg\d\b/.test(
    text,
  );

export const isQuestion = (text: string): boolean => /\?["')*_`]*$/.test(text.trim()) && text.length <= 160;

/** Marks with which a writer says that he does not know: such a line becomes a task, not a card. */
const doubtPattern =
  /^to do:|\?{2,}|\bTODO\b|\bto-?do\b(?!\s+list)|\bFIXME\b|\bTBD\b|\bTBC\b|\bXXX\b|\bnot sure\b|\bunsure\b|\bneed(?:s)? to (?:dig|review|check|verify|clarify|look|read|be cleaned|revisit)\b|\b(?:read|learn|check|look) (?:more|this|it) ?(?:later|again)?\?|\bto be (?:cleaned|checked|verified|clarified|reviewed|done|confirmed|continued)\b|\bcheck (?:this|if this|later)\b|\bcome back\b|\bno idea\b|\bask (?:\w+ )?about (?:this|it)\b|(?:^|\s|\()\[ \]/i;

export const isDoubt = (text: string): boolean => doubtPattern.test(text);

/** Milder doubt: the card is made, and a reviewer is told. */
export const isHesitant = (text: string): boolean =>
  /\b(?:I guess|I think|I believe|probably|presumably|maybe|perhaps|afaik|iirc|seems to|apparently)\b|\(\?\)/i.test(
    text,
  );

/** A sentence whose subject stands in the line before: "Can be resized", "Attached to a host", "Each has a name". */
export const lacksSubject = (text: string): boolean =>
  /^(?:can|can't|cannot|could|will|won't|would|must|may|might|should|is|are|was|were|isn't|aren't|has|have|had|does|doesn't|do|don't|needs?|needed|helps?|lets?|allows?|gets?|gives|gave|makes?|takes?|attached|stored|used|based|called|made|located|limited|created|required|provides?|supports?|enables?|requires?|contains?|includes?|works|runs|uses|holds?|keeps|stays|means|comes|goes|each (?:is|has|can|one)|all (?:is|are|can)|only|no|not|never|everything|anything|nothing|even|good|great|nice|easy|unlike|compared|plus|using|convert|use|try|avoid|secondly|thirdly|the (?:app|application|project))\b/i.test(
    text.replace(/^[`*_"'(]+/, ''),
  );

/** Opens a worked example: what its figures say holds for nobody else. */
export const isHypothetical = (text: string): boolean =>
  /(?:^|[:,.;]\s+|\b(?:now|so|and|example) )(?:(?:let's|let us|lets) (?:assume|say|suppose|imagine|take)\b|(?:suppose|imagine)\b|assum(?:e|ing) (?:that|we|you|there|your|\d|(?:an?|the|one|two|three) \w+ (?:has|have|with|of|is|are))\b|say,? (?:you|we|there|that|your)\b|(?:example )?scenario\b)/i.test(
    text.replace(/^[`*_"'(]+/, ''),
  );
