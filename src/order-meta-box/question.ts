import * as z from 'zod/mini';

const TextSchema = z.array( z.string() ).check( z.minLength( 1 ) );

export type Question = {
	/** What the button says. */
	label: string;
	/** Paragraphs: kind, customer and total first. */
	text: string[];
	/** Presses the button, with the answer. */
	confirm: () => void;
};

/** What `Admin\OrderActions` wants to be asked before the button that was clicked; null where it wants nothing. */
export function questionOf( target: EventTarget | null ): Question | null {
	const button =
		target instanceof Element
			? target.closest< HTMLButtonElement >( 'button[data-question]' )
			: null;
	const text = readText( button?.dataset[ 'question' ] ?? '' );
	return button?.form && text
		? {
				label: button.textContent?.trim() ?? '',
				text,
				confirm: () => send( button ),
			}
		: null;
}

function readText( json: string ): string[] | null {
	try {
		return z.safeParse( TextSchema, JSON.parse( json ) ).data ?? null;
	} catch {
		return null;
	}
}

function send( button: HTMLButtonElement ) {
	const answer = document.createElement( 'input' );
	answer.type = 'hidden';
	answer.name = 'confirmed';
	answer.value = button.value;
	button.form?.append( answer );
	button.form?.requestSubmit( button );
}
