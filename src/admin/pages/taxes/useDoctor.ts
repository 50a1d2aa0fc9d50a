import { useCallback, useRef } from '@wordpress/element';
import { askTaxDoctor } from '../../../api/endpoints';
import { useResource, type View } from '../../../api/useResource';
import type { SellsyTax, TaxDoctor } from '../../../generated/schemas';
import type { TaxEdit } from './edits';
import { SHORTEST_REASON } from './useTaxes';

/** Milliseconds that an edit is given to be followed by another one. */
const WAIT = 400;

const pause = ( signal: AbortSignal ) =>
	new Promise< void >( ( resolve, reject ) => {
		const timer = setTimeout( resolve, WAIT );
		signal.addEventListener( 'abort', () => {
			clearTimeout( timer );
			reject( signal.reason );
		} );
	} );

/**
 * Asks at once for what the page opens with, then again whenever the mapping on the page or Sellsy's list changes;
 * never without that list.
 */
export function useDoctor(
	{
		tax_rates: rates,
		exempt_taxes: exempt,
		exempt_reasons: allReasons,
		rounding_tax_id: rounding,
	}: TaxEdit,
	taxes: SellsyTax[],
	isKnown: boolean
): View< TaxDoctor > {
	const reasons = allReasons.filter(
		( { reason } ) => reason.trim().length >= SHORTEST_REASON
	);
	const asked = JSON.stringify( { rates, exempt, reasons, rounding } );
	const isEdited = useRef( false );
	const load = useCallback(
		async ( signal: AbortSignal ) => {
			if ( isEdited.current ) {
				await pause( signal );
			}
			isEdited.current = true;
			return askTaxDoctor(
				{
					tax_rates: rates,
					exempt_taxes: exempt,
					exempt_reasons: reasons,
					rounding_tax_id: rounding,
				},
				signal
			);
		},
		// The draft is a new object on every edit; what it says of taxes counts.
		// eslint-disable-next-line react-hooks/exhaustive-deps
		[ asked, taxes ]
	);
	return useResource( isKnown ? load : null );
}
