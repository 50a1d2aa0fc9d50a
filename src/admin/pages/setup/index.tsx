import { Suspense, useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ErrorBoundary } from '../../../components/ErrorBoundary';
import { Loading } from '../../../components/Loading';
import { ResourceView } from '../../../components/ResourceView';
import type { PageProps } from '../types';
import { enabledKinds } from '../../settings/kinds';
import type { SettingsForm } from '../../settings/useSettings';
import { StepIndicator } from './components/StepIndicator';
import { TooEarly } from './components/TooEarly';
import { lastPlace, rememberPlace } from './lastPlace';
import type { Choice } from '../../settings/presets';
import {
	type Facts,
	firstStep,
	lacksRights,
	premiseOf,
	type StepProps,
} from './progress';
import { STEP_PAGES } from './stepPages';
import { placeOf, type Step, stepHref } from './steps';

export function SetupPage( props: PageProps ) {
	return (
		<ResourceView
			view={ props.settings }
			loadingLabel={ __( 'Reading the settings…', 'orderinvoicer' ) }
		>
			{ ( form ) => (
				<ResourceView
					view={ props.connection }
					loadingLabel={ __(
						'Checking the connection…',
						'orderinvoicer'
					) }
				>
					{ ( connection ) => (
						<Wizard
							{ ...props }
							form={ form }
							connectionNow={ connection }
						/>
					) }
				</ResourceView>
			) }
		</ResourceView>
	);
}

type WizardProps = PageProps & {
	form: SettingsForm;
	connectionNow: Facts[ 'connection' ];
};

function Wizard( { connectionNow, ...props }: WizardProps ) {
	const shop = { connection: connectionNow, settings: props.form.saved };
	const { go } = props;
	const place = placeOf( props.route.path );
	const isAsked = place.step !== null;
	const { step, choice } =
		place.step === null
			? whereToBegin( shop, place.choice )
			: { ...place, step: place.step };
	const facts: Facts = { ...shop, choice };
	const heading = useRef< HTMLHeadingElement >( null );
	const shown = useRef( step );
	// From here on "back" leads out of the wizard, and what the shop becomes meanwhile moves nobody on.
	useEffect( () => {
		if ( ! isAsked ) {
			go( stepHref( step, choice ), 'replace' );
		}
	}, [ isAsked, step, choice, go ] );
	const premise = premiseOf( step, facts );
	const StepPage = STEP_PAGES[ step ];
	const on = enabledKinds( shop.settings ).join();
	useEffect( () => {
		if ( premise === null ) {
			rememberPlace( { step, choice }, on );
		}
	}, [ premise, step, choice, on ] );
	return (
		<div className="orderinvoicer-setup">
			<StepIndicator current={ step } facts={ facts } />
			<ErrorBoundary key={ step }>
				<Suspense
					fallback={
						<Loading label={ __( 'Opening…', 'orderinvoicer' ) } />
					}
				>
					{ premise === null ? (
						<StepPage
							{ ...props }
							facts={ facts }
							heading={ heading }
						/>
					) : (
						<TooEarly
							step={ step }
							premise={ premise }
							choice={ choice }
							heading={ heading }
						/>
					) }
					<FocusOnChange
						step={ step }
						shown={ shown }
						heading={ heading }
					/>
				</Suspense>
			</ErrorBoundary>
		</div>
	);
}

/** Where this browser was last, if that step can still be taken; else as far as the shop is. */
function whereToBegin(
	shop: Omit< Facts, 'choice' >,
	choice: Choice | null
): { step: Step; choice: Choice | null } {
	const last = lastPlace( enabledKinds( shop.settings ).join() );
	const facts = { ...shop, choice: last.choice };
	return last.step !== null &&
		premiseOf( last.step, facts ) === null &&
		! lacksRights( facts )
		? { step: last.step, choice: last.choice }
		: { step: firstStep( { ...shop, choice } ), choice };
}

type FocusOnChangeProps = {
	step: Step;
	/** The step that was seen last. */
	shown: React.MutableRefObject< Step >;
	heading: StepProps[ 'heading' ];
};

/** Another step is another page: those who hear it start at its heading, once its script is there. */
function FocusOnChange( { step, shown, heading }: FocusOnChangeProps ) {
	useEffect( () => {
		if ( shown.current !== step ) {
			shown.current = step;
			heading.current?.focus();
		}
	}, [ step, shown, heading ] );
	return null;
}
