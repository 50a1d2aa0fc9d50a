/** What is said of a rule, and below it. */
import { __ } from '@wordpress/i18n';
import { Message } from '../../../../components/Message';
import type { Kind } from '../../../../generated/schemas';
import { listOf, type ListName, type Names, optionsOf } from '../conditions';
import type { Rule } from '../rules';

export const Taken = ( { text }: { text: string } ) =>
	text === '' ? null : <p className="orderinvoicer-muted">{ text }</p>;

export const Never = () => (
	<Message status="warning">
		<p>
			{ __(
				'This never happens: the rules above take all of these orders.',
				'orderinvoicer'
			) }
		</p>
	</Message>
);

/** What the rule names and the shop does not have (any more); none while nobody has read what it has. */
export function goneOf( name: ListName, rule: Rule, names: Names ): string[] {
	const known = optionsOf( name, names );
	return name !== 'gateways' && names.choices === null
		? []
		: listOf( rule, name ).filter(
				( wanted ) => ! known.some( ( { id } ) => id === wanted )
			);
}

/** What a rule makes that makes nothing, after its orders. */
export function nothingMade( kind: Kind ): string {
	switch ( kind ) {
		case 'estimate':
			return __( 'no estimate.', 'orderinvoicer' );
		case 'order':
			return __( 'no sales order.', 'orderinvoicer' );
		case 'delivery':
			return __( 'no delivery note.', 'orderinvoicer' );
		case 'proforma':
			return __( 'no proforma.', 'orderinvoicer' );
		case 'invoice':
			return __( 'no invoice.', 'orderinvoicer' );
		case 'creditnote':
			return __( 'no credit note.', 'orderinvoicer' );
	}
}
