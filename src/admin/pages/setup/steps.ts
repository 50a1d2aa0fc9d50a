import { __ } from '@wordpress/i18n';
import * as z from 'zod/mini';
import { type Choice, ChoiceSchema } from '../../settings/presets';

const StepSchema = z.enum( [
	'connect',
	'documents',
	'taxes',
	'payments',
	'check',
	'finish',
] );

export type Step = z.infer< typeof StepSchema >;

export const STEPS: readonly Step[] = StepSchema.options;

/**
 * `#/setup/taxes/paid`: what was chosen stands in the address until it is switched on; the site keeps it nowhere.
 */
export type Place = { step: Step | null; choice: Choice | null };

/** Of what is unknown nothing is left: the page then begins where the shop stands. */
export function placeOf( [ step, choice ]: readonly string[] ): Place {
	return {
		step: z.safeParse( StepSchema, step ).data ?? null,
		choice: z.safeParse( ChoiceSchema, choice ).data ?? null,
	};
}

export const stepHref = ( step: Step, choice: Choice | null ): string =>
	`#/setup/${ step }${ choice === null ? '' : `/${ choice }` }`;

export const stepNumber = ( step: Step ): number => STEPS.indexOf( step ) + 1;

export const stepBefore = ( step: Step ): Step | null =>
	STEPS[ STEPS.indexOf( step ) - 1 ] ?? null;

export const stepAfter = ( step: Step ): Step =>
	STEPS[ STEPS.indexOf( step ) + 1 ] ?? step;

export function stepWord( step: Step ): string {
	switch ( step ) {
		case 'connect':
			return __( 'Connection', 'orderinvoicer' );
		case 'documents':
			return __( 'Documents', 'orderinvoicer' );
		case 'taxes':
			return __( 'Taxes', 'orderinvoicer' );
		case 'payments':
			return __( 'Payments', 'orderinvoicer' );
		case 'check':
			return __( 'Dry run', 'orderinvoicer' );
		case 'finish':
			return __( 'Switch on', 'orderinvoicer' );
	}
}
