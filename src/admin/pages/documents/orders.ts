/** Which orders rules take, in words. */
import { __ } from '@wordpress/i18n';
import { CONDITIONS, type Names } from './conditions';
import { isUnread, type Rule } from './rules';

/**
 * Which orders a rule takes: "Card or Bank transfer, companies, France".
 *
 * @param isUnasked it is new, and still to be told.
 */
export function ordersText(
	rule: Rule,
	names: Names,
	isUnasked = false
): string {
	if ( isUnasked ) {
		return __( 'Orders still to be chosen', 'orderinvoicer' );
	}
	if ( isUnread( rule ) ) {
		return __( 'A rule that this version cannot read', 'orderinvoicer' );
	}
	const text = CONDITIONS.filter( ( { isSet } ) => isSet( rule ) )
		.map( ( condition ) => condition.text( rule, names ) )
		.join( ', ' );
	return text === ''
		? __( 'Every order', 'orderinvoicer' )
		: text.charAt( 0 ).toLocaleUpperCase() + text.slice( 1 );
}
