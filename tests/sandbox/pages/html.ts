/** Markup that needs no further escaping. */
export class Html {
	constructor( readonly markup: string ) {}
}

type Part = string | number | null | Html | readonly Html[];

/** Escapes what is put in. */
export function html( strings: TemplateStringsArray, ...parts: Part[] ): Html {
	return new Html(
		strings.reduce(
			( markup, piece, index ) =>
				markup + markupOf( parts[ index - 1 ] ?? '' ) + piece
		)
	);
}

function markupOf( part: Part ): string {
	if ( part instanceof Html ) {
		return part.markup;
	}
	if ( typeof part === 'object' && part !== null ) {
		return part.map( ( { markup } ) => markup ).join( '' );
	}
	return String( part ?? '' ).replace(
		/[&<>"']/g,
		( sign ) => `&#${ sign.charCodeAt( 0 ) };`
	);
}

const STYLE = `
	:root { color-scheme: light dark; --line: #8884; --accent: #1463b8; }
	* { box-sizing: border-box; }
	body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 72rem; padding: 1.5rem; }
	h1 { font-size: 1.4rem; margin: 0; }
	h2 { font-size: 1.1rem; margin: 2.5rem 0 .5rem; }
	header { align-items: baseline; display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; }
	header a { color: var(--accent); }
	table { border-collapse: collapse; width: 100%; }
	th, td { border-bottom: 1px solid var(--line); padding: .35rem .6rem .35rem 0; text-align: start; vertical-align: top; }
	th { font-weight: 600; }
	.number { font-variant-numeric: tabular-nums; text-align: end; white-space: nowrap; }
	.muted { opacity: .7; }
	.tag { border: 1px solid var(--line); border-radius: 1rem; padding: 0 .6rem; white-space: nowrap; }
	form.inline { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; }
	label { display: grid; font-size: .85rem; }
	input, select, button { font: inherit; padding: .3rem .6rem; }
	pre { font-size: .8rem; max-height: 20rem; overflow: auto; white-space: pre-wrap; word-break: break-word; }
	:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;

export function page( title: string, content: Html ): string {
	return (
		'<!doctype html>' +
		html`<html lang="fr">
			<head>
				<meta charset="utf-8" />
				<meta
					name="viewport"
					content="width=device-width, initial-scale=1"
				/>
				<title>${ title }</title>
				<style>
					${ new Html( STYLE ) }
				</style>
			</head>
			<body>
				<header>
					<h1>${ title }</h1>
					<a href="/">Accueil / Home</a>
				</header>
				${ content }
			</body>
		</html>`.markup
	);
}
