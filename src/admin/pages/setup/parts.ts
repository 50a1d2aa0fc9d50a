/** What each step saves when it is left: never a switch, so that nothing is on before the last step. */
import { type Edits, NO_EDITS } from '../../settings/edits';

export function taxEdits( { top }: Edits ): Edits {
	const {
		tax_rates: rates,
		exempt_taxes: exempt,
		exempt_reasons: reasons,
		rounding_tax_id: rounding,
		rounding_cap: cap,
	} = top;
	return {
		...NO_EDITS,
		top: {
			...( rates === undefined ? {} : { tax_rates: rates } ),
			...( exempt === undefined ? {} : { exempt_taxes: exempt } ),
			...( reasons === undefined ? {} : { exempt_reasons: reasons } ),
			...( rounding === undefined ? {} : { rounding_tax_id: rounding } ),
			...( cap === undefined ? {} : { rounding_cap: cap } ),
		},
	};
}

export const methodEdits = ( { payments: { methods } }: Edits ): Edits => ( {
	...NO_EDITS,
	payments: methods === undefined ? {} : { methods },
} );
