import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { FetchedPart } from '../../../components/FetchedPart';
import { Message } from '../../../components/Message';
import { ResourceView } from '../../../components/ResourceView';
import type { PageProps } from '../types';
import type { SettingsForm } from '../../settings/useSettings';
import { StepIndicator } from './components/StepIndicator';
import type { Dropped } from './draft';
import { type Facts, firstStep, reachable, type StepProps } from './progress';
import { STEP_PAGES } from './stepPages';
import { type Step, stepHref, stepOf } from './steps';
import { useDraft } from './useDraft';

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

function Wizard( { connectionNow, form, ...props }: WizardProps ) {
	const { go, route, shop, lists } = props;
	const asked = stepOf( route.path[ 0 ] );
	const { keep, ...draft } = useDraft( {
		form,
		client: connectionNow.client_id,
		sellsy: lists.sellsy,
		shop,
		isToldNeeded: asked === 'check',
	} );
	const facts: Facts = {
		connection: connectionNow,
		saved: form.saved,
		planned: draft.form.value,
		isOpen: draft.isOpen,
	};
	const step = reachable( asked ?? draft.step ?? firstStep( facts ), facts );
	const heading = useRef< HTMLHeadingElement >( null );
	const shown = useRef( step );
	// From here on "back" leads out of the set-up, and what the shop becomes meanwhile moves nobody on.
	const isAsked = route.path.join( '/' ) === step;
	useEffect( () => {
		if ( ! isAsked ) {
			go( stepHref( step ), 'replace' );
		}
	}, [ isAsked, step, go ] );
	useEffect( () => {
		keep( step );
	} );
	const StepPage = STEP_PAGES[ step ];
	return (
		<div className="orderinvoicer-setup">
			<StepIndicator current={ step } />
			{ draft.dropped !== null && step !== 'done' && (
				<Message status="info">
					<p>{ droppedText( draft.dropped ) }</p>
				</Message>
			) }
			<FetchedPart key={ step }>
				<StepPage
					{ ...props }
					draft={ draft }
					facts={ facts }
					heading={ heading }
				/>
				<FocusOnChange
					step={ step }
					shown={ shown }
					heading={ heading }
				/>
			</FetchedPart>
		</div>
	);
}

function droppedText( why: Dropped ): string {
	switch ( why ) {
		case 'age':
			return __(
				'What you chose here is more than a week old and was dropped.',
				'orderinvoicer'
			);
		case 'connection':
			return __(
				'What you chose here was dropped: the connection to Sellsy was changed since.',
				'orderinvoicer'
			);
		case 'settings':
			return __(
				'What you chose here was dropped: the settings of the shop were changed since.',
				'orderinvoicer'
			);
	}
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
