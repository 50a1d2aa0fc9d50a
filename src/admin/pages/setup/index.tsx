import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ResourceView } from '../../../components/ResourceView';
import type { PageProps } from '../../pages';
import type { SettingsForm } from '../../settings/useSettings';
import { CheckStep } from './components/CheckStep';
import { ConnectStep } from './components/ConnectStep';
import { DocumentsStep } from './components/DocumentsStep';
import { FinishStep } from './components/FinishStep';
import { PaymentsStep } from './components/PaymentsStep';
import { StepIndicator } from './components/StepIndicator';
import { TaxesStep } from './components/TaxesStep';
import { TooEarly } from './components/TooEarly';
import { lastPlace, rememberPlace } from './lastPlace';
import type { Choice } from './presets';
import { type Facts, firstStep, premiseOf } from './progress';
import { placeOf, type Step, stepHref } from './steps';

/** What each step gets: the page's own props, and how far the shop is. */
export type StepProps = PageProps & {
	form: SettingsForm;
	facts: Facts;
	heading: React.RefObject< HTMLHeadingElement >;
};

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
	const place = placeOf( props.route.path );
	const isAsked = place.step !== null;
	const { step, choice } =
		place.step === null
			? whereToBegin( shop, place.choice )
			: { ...place, step: place.step };
	const facts: Facts = { ...shop, choice };
	const heading = useFocusOnChange( step );
	// From here on "back" leads out of the wizard, and what the shop becomes meanwhile moves nobody on.
	useEffect( () => {
		if ( ! isAsked ) {
			window.location.replace( stepHref( step, choice ) );
		}
	}, [ isAsked, step, choice ] );
	const premise = premiseOf( step, facts );
	useEffect( () => {
		if ( premise === null ) {
			rememberPlace( { step, choice } );
		}
	}, [ premise, step, choice ] );
	return (
		<div className="orderinvoicer-setup">
			<StepIndicator current={ step } facts={ facts } />
			{ premise === null ? (
				<StepContent
					step={ step }
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
		</div>
	);
}

/** Where this tab was last, if that step can still be taken; else as far as the shop is. */
function whereToBegin(
	shop: Omit< Facts, 'choice' >,
	choice: Choice | null
): { step: Step; choice: Choice | null } {
	const last = lastPlace();
	return last.step !== null &&
		premiseOf( last.step, { ...shop, choice: last.choice } ) === null
		? { step: last.step, choice: last.choice }
		: { step: firstStep( { ...shop, choice } ), choice };
}

function StepContent( { step, ...props }: StepProps & { step: Step } ) {
	switch ( step ) {
		case 'connect':
			return <ConnectStep { ...props } />;
		case 'documents':
			return <DocumentsStep { ...props } />;
		case 'taxes':
			return <TaxesStep { ...props } />;
		case 'payments':
			return <PaymentsStep { ...props } />;
		case 'check':
			return <CheckStep { ...props } />;
		case 'finish':
			return <FinishStep { ...props } />;
	}
}

/** Another step is another page: those who hear it start at its heading. */
function useFocusOnChange( step: Step ) {
	const heading = useRef< HTMLHeadingElement >( null );
	const shown = useRef( step );
	useEffect( () => {
		if ( shown.current !== step ) {
			shown.current = step;
			heading.current?.focus();
		}
	}, [ step ] );
	return heading;
}
