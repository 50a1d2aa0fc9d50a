import type { Form } from '../oauth.ts';
import { html, page } from './html.ts';

/** Sellsy's login page asks the person whether the access may act for them. */
export function consentPage( form: Form ): string {
	return page(
		'Autoriser l’accès ?',
		html`<p>
				L’application
				<strong>${ form[ 'client_id' ] ?? '' }</strong> demande à
				accéder à votre compte Sellsy.
			</p>
			<form
				class="inline"
				method="post"
				action="/login/oauth2/authorization"
			>
				${ Object.entries( form ).map( ( [ name, value ] ) => html`<input type="hidden" name="${ name }" value="${ value }" />` ) }
				<button name="decision" value="allow">Autoriser</button>
				<button name="decision" value="deny">Refuser</button>
			</form>`
	);
}

export function refusedPage( field: string ): string {
	return page(
		'Demande refusée',
		html`<p>
			La demande d’autorisation n’est pas valide :
			<code>${ field }</code>.
		</p>`
	);
}
