import { __ } from '@wordpress/i18n';
import type { Problem } from '../../../schemas/problem';
import type { Fix } from '../orders/components/DryRunTable';
import type { DryOrder } from '../orders/dryRun';
import type { Choice } from './presets';
import { type Step, stepHref } from './steps';

/** The step that puts a problem right; null where it lies in the order itself. Codes as `Domain\Failures\ProblemCode`. */
function stepFor( code: string ): Step | null {
	switch ( code ) {
		case 'tax_unmapped':
		case 'tax_percent_differs':
		case 'tax_unusable':
		case 'exemption_unmapped':
		case 'rounding_tax_unset':
		case 'rounding_over_cap':
			return 'taxes';
		case 'rate_category_unset':
		case 'rate_category_unfit':
		case 'v1_missing':
			return 'documents';
		case 'payment_method_unset':
			return 'payments';
		case 'not_connected':
		case 'secrets_unreadable':
		case 'unauthorized':
		case 'account_blocked':
		case 'other_account':
			return 'connect';
		default:
			return null;
	}
}

export function fixOf( { code }: Problem, choice: Choice | null ): Fix | null {
	const step = stepFor( code );
	return step && { href: stepHref( step, choice ), label: fixWord( step ) };
}

function fixWord( step: Step ): string {
	switch ( step ) {
		case 'taxes':
			return __( 'Put right under Taxes', 'orderinvoicer' );
		case 'documents':
			return __( 'Put right under Documents', 'orderinvoicer' );
		case 'payments':
			return __( 'Put right under Payments', 'orderinvoicer' );
		default:
			return __( 'Put the connection right', 'orderinvoicer' );
	}
}

/** The same reason, with the same words, and how many orders it stops. */
export type Cause = { problem: Problem; orders: number };

/** What stops most orders stands first. */
export function causesOf( orders: DryOrder[] ): Cause[] {
	const causes = new Map< string, Cause >();
	for ( const { documents } of orders ) {
		const problems = new Map(
			documents.flatMap( ( { problem } ) =>
				problem ? [ [ problem.text, problem ] as const ] : []
			)
		);
		for ( const [ text, problem ] of problems ) {
			const before = causes.get( text )?.orders ?? 0;
			causes.set( text, { problem, orders: before + 1 } );
		}
	}
	return [ ...causes.values() ].sort( ( a, b ) => b.orders - a.orders );
}
