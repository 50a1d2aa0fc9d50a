import { __ } from '@wordpress/i18n';
import { PROBLEMS } from '../../../generated/problems';
import type { Problem } from '../../../generated/schemas';
import type { Fix } from '../orders/components/DryRunTable';
import type { DryOrder } from '../orders/dryRun';
import { type Step, stepHref } from './steps';

/** The step that puts a problem right; null where it lies in the order itself, or in Sellsy. */
function stepFor( code: string ): Step | null {
	const { place, bySetting, holdsAll } = PROBLEMS[ code ] ?? {};
	switch ( place ) {
		case 'taxes':
			return bySetting ? 'taxes' : null;
		case 'old_interface':
			return 'shop';
		case 'payments':
			return 'taxes';
		case 'connection':
			return holdsAll ? 'connect' : null;
		default:
			return null;
	}
}

export function fixOf( { code }: Problem ): Fix | null {
	const step = stepFor( code );
	return step && { href: stepHref( step ), label: fixWord( step ) };
}

function fixWord( step: Step ): string {
	switch ( step ) {
		case 'taxes':
			return matchWord();
		case 'shop':
			return __( 'Choose other documents', 'orderinvoicer' );
		default:
			return __( 'Put the connection right', 'orderinvoicer' );
	}
}

export const matchWord = (): string =>
	__( 'Choose it under VAT and payments', 'orderinvoicer' );

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
