import { Icon } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { type Step, stepHref, stepNumber, STEPS, stepWord } from '../steps';

export function StepIndicator( { current }: { current: Step } ) {
	return (
		<nav aria-label={ __( 'Steps of the set-up', 'orderinvoicer' ) }>
			<ol className="orderinvoicer-stepper">
				{ STEPS.map( ( step ) => (
					<Item key={ step } step={ step } current={ current } />
				) ) }
			</ol>
		</nav>
	);
}

/** What lies behind can be gone back to; what lies ahead is reached by going on. */
function Item( { step, current }: { step: Step; current: Step } ) {
	const isDone = stepNumber( step ) < stepNumber( current );
	const content = (
		<>
			<span className="orderinvoicer-stepper__mark" aria-hidden="true">
				{ isDone ? <Icon icon="yes" /> : stepNumber( step ) }
			</span>
			<span className="orderinvoicer-stepper__word">
				{ stepWord( step ) }
			</span>
			{ isDone && (
				<span className="screen-reader-text">
					{ __( '(done)', 'orderinvoicer' ) }
				</span>
			) }
		</>
	);
	return (
		<li
			className={ `orderinvoicer-stepper__step${ isDone ? ' is-done' : '' }` }
			aria-current={ step === current ? 'step' : undefined }
		>
			{ isDone ? (
				<a href={ stepHref( step ) }>{ content }</a>
			) : (
				<span>{ content }</span>
			) }
		</li>
	);
}

export const numberText = ( step: Step ): string =>
	sprintf(
		/* translators: 1: number of a step, 2: number of all steps. */
		__( 'Step %1$d of %2$d', 'orderinvoicer' ),
		stepNumber( step ),
		STEPS.length
	);
