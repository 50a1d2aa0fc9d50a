import { Icon } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { choiceOf, type Facts, isDone } from '../progress';
import { type Step, stepHref, stepNumber, STEPS, stepWord } from '../steps';

type StepIndicatorProps = { current: Step; facts: Facts };

export function StepIndicator( { current, facts }: StepIndicatorProps ) {
	return (
		<nav aria-label={ __( 'Steps of the set-up', 'orderinvoicer' ) }>
			<ol className="orderinvoicer-stepper">
				{ STEPS.map( ( step ) => (
					<Item
						key={ step }
						step={ step }
						current={ current }
						facts={ facts }
					/>
				) ) }
			</ol>
		</nav>
	);
}

/** What lies behind can be gone back to; what lies ahead is reached by going on. */
function Item( { step, current, facts }: StepIndicatorProps & { step: Step } ) {
	const done = isDone( step, facts, current );
	const isCurrent = step === current;
	const content = (
		<>
			<span className="orderinvoicer-stepper__mark" aria-hidden="true">
				{ done ? <Icon icon="yes" /> : stepNumber( step ) }
			</span>
			<span className="orderinvoicer-stepper__word">
				{ stepWord( step ) }
			</span>
			{ done && (
				<span className="screen-reader-text">
					{ __( '(done)', 'orderinvoicer' ) }
				</span>
			) }
		</>
	);
	return (
		<li
			className={ `orderinvoicer-stepper__step${ done ? ' is-done' : '' }` }
			aria-current={ isCurrent ? 'step' : undefined }
		>
			{ stepNumber( step ) < stepNumber( current ) ? (
				<a href={ stepHref( step, choiceOf( facts ) ) }>{ content }</a>
			) : (
				<span>{ content }</span>
			) }
		</li>
	);
}

export const stepOf = ( step: Step ): string =>
	sprintf(
		/* translators: 1: number of a step, 2: number of all steps. */
		__( 'Step %1$d of %2$d', 'orderinvoicer' ),
		stepNumber( step ),
		STEPS.length
	);
