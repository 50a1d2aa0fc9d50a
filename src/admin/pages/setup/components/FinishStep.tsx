import { Suspense, useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ErrorBoundary } from '../../../../components/ErrorBoundary';
import { fetched } from '../../../../components/fetched';
import { Loading } from '../../../../components/Loading';
import { Message } from '../../../../components/Message';
import { enabledKinds } from '../../../settings/kinds';
import type { SettingsForm } from '../../../settings/useSettings';
import type { Way } from '../../../settings/delivery';
import { type Finality, type Plan, planFrom } from '../plan';
import { choiceOf, lacksRights, type StepProps } from '../progress';
import { stepHref, stepWord } from '../steps';
import { useFocusWhen } from '../hooks';
import { PlanWaits } from './PlanWaits';
import { StepFrame } from './StepFrame';

const loadDonePanel = async () => {
	const panel = await import(
		/* webpackChunkName: "setup/done" */ './DonePanel'
	);
	return panel.DonePanel;
};

const DonePanel = fetched( loadDonePanel );

/** While the lists of Sellsy and of the shop are read. */
const PlanSummary = fetched( async () => {
	const summary = await import(
		/* webpackChunkName: "setup/plan" */ './PlanSummary'
	);
	return summary.PlanSummary;
} );

export function FinishStep( props: StepProps ) {
	const { form, facts, heading, go, onChanged } = props;
	const [ finality, setFinality ] = useState< Finality >( null );
	const [ wish, setWish ] = useState< Way | null >( null );
	const plan = planFrom( props, finality, wish );
	const isFinished = plan !== null && isOn( form, plan );
	useFocusWhen( isFinished, heading );
	// So that it is there once all is on. What fails now is fetched again then.
	useEffect( () => {
		loadDonePanel().catch( () => {} );
	}, [] );
	// What was chosen is settings now; later it must not be taken for a wish to have it so again.
	const isWishLeft = isFinished && facts.choice !== null;
	useEffect( () => {
		if ( isWishLeft ) {
			go( stepHref( 'finish', null ), 'replace' );
		}
	}, [ isWishLeft, go ] );
	return (
		<StepFrame
			step="finish"
			choice={ choiceOf( facts ) }
			heading={ heading }
			title={ plan === null ? stepWord( 'finish' ) : title( isFinished ) }
			isGood={ isFinished }
			saving={ form.saving }
			next={
				plan !== null && ! isFinished
					? {
							label: switchWord( form ),
							onClick: () => form.saveWith( plan.edits ),
							disabled:
								Object.keys( form.errors ).length > 0 ||
								( plan.newlyFinal.length > 0 &&
									finality === null ),
						}
					: undefined
			}
		>
			{ plan !== null && lacksRights( facts ) && (
				<Message status="warning">
					<p>
						{ __(
							'Rights are missing in Sellsy: orders that need them wait.',
							'orderinvoicer'
						) }{ ' ' }
						<a href={ stepHref( 'connect', choiceOf( facts ) ) }>
							{ __( 'To the connection', 'orderinvoicer' ) }
						</a>
					</p>
				</Message>
			) }
			{ plan === null && <PlanWaits { ...props } /> }
			{ plan !== null && (
				<ErrorBoundary key={ String( isFinished ) }>
					<Suspense
						fallback={
							<Loading
								label={ __( 'Opening…', 'orderinvoicer' ) }
							/>
						}
					>
						{ isFinished ? (
							<DonePanel plan={ plan } onChanged={ onChanged } />
						) : (
							<PlanSummary
								form={ form }
								facts={ facts }
								plan={ plan }
								finality={ finality }
								onFinality={ setFinality }
								onDelivery={ setWish }
							/>
						) }
					</Suspense>
				</ErrorBoundary>
			) }
		</StepFrame>
	);
}

/** Nothing of the plan is left to be saved, and something is on: as the site answered, not as was clicked. */
const isOn = ( { saved, updateWith }: SettingsForm, { edits }: Plan ) =>
	updateWith( edits ) === null && enabledKinds( saved ).length > 0;

const title = ( isFinished: boolean ): string =>
	isFinished
		? __( 'Order Invoicer is on', 'orderinvoicer' )
		: __( 'Ready to switch on', 'orderinvoicer' );

const switchWord = ( { saved }: SettingsForm ): string =>
	enabledKinds( saved ).length > 0
		? __( 'Save changes', 'orderinvoicer' )
		: __( 'Switch on', 'orderinvoicer' );
