import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import {
	Failure,
	Message,
	ProblemMessage,
} from '../../../../components/Message';
import { ResourceView } from '../../../../components/ResourceView';
import { Section } from '../../../../components/Section';
import type { Sellsy, Shop } from '../../../../generated/schemas';
import { withEdits } from '../../../settings/edits';
import { newlyFinalKinds } from '../plan';
import { choiceOf, type StepProps } from '../progress';
import {
	type Choice,
	isAvailable,
	kindsOf,
	planOf,
	proposedRateCategory,
} from '../../../settings/presets';
import { stepHref } from '../steps';
import { changesOf } from '../changes';
import { PresetChoice } from './PresetChoice';
import { RateCategoryChoice } from './RateCategoryChoice';
import { StepFrame } from './StepFrame';
import { StoryList } from './StoryList';

export function DocumentsStep( props: StepProps ) {
	const { form, facts, heading, lists, go } = props;
	const { resource } = lists.sellsy;
	const asked = choiceOf( facts );
	const choice =
		asked !== null &&
		resource.status === 'ready' &&
		isAvailable( asked, form.value, resource.data.has_v1 )
			? asked
			: null;
	return (
		<StepFrame
			step="documents"
			choice={ choice }
			heading={ heading }
			title={ __( 'What shall your orders become?', 'orderinvoicer' ) }
			intro={ __(
				'Choose what is closest to your shop. Nothing is switched on before the last step, and everything can be changed later under Order Invoicer › Settings › Documents.',
				'orderinvoicer'
			) }
			next={ {
				onClick: () => go( stepHref( 'taxes', choice ) ),
				disabled: choice === null,
			} }
		>
			<ResourceView
				view={ lists.sellsy }
				loadingLabel={ __(
					'Reading what your Sellsy account offers…',
					'orderinvoicer'
				) }
			>
				{ ( sellsy ) => (
					<ResourceView
						view={ props.shop }
						loadingLabel={ __(
							'Reading the shop…',
							'orderinvoicer'
						) }
					>
						{ ( shop ) => (
							<Choices
								form={ form }
								facts={ facts }
								lists={ lists }
								sellsy={ sellsy }
								shopFacts={ shop }
								choice={ choice }
								go={ go }
							/>
						) }
					</ResourceView>
				) }
			</ResourceView>
		</StepFrame>
	);
}

type ChoicesProps = Pick< StepProps, 'form' | 'facts' | 'lists' | 'go' > & {
	sellsy: Sellsy;
	shopFacts: Shop;
	choice: Choice | null;
};

function Choices( {
	form,
	facts,
	sellsy,
	shopFacts,
	choice,
	lists,
	go,
}: ChoicesProps ) {
	const isUnsure =
		sellsy.has_v1 === null || sellsy.rate_categories.problem !== null;
	return (
		<>
			<Section title={ __( 'Your shop', 'orderinvoicer' ) }>
				<PresetChoice
					settings={ facts.settings }
					value={ choice }
					hasV1={ sellsy.has_v1 }
					onChange={ ( next ) =>
						go( stepHref( 'documents', next ), 'replace' )
					}
				/>
				{ choice === null && (
					<p className="orderinvoicer-muted">
						{ __( 'Choose one to go on.', 'orderinvoicer' ) }
					</p>
				) }
				{ isUnsure && <AskAgain lists={ lists } /> }
			</Section>
			{ choice !== null && (
				<Consequences
					form={ form }
					facts={ facts }
					sellsy={ sellsy }
					shop={ shopFacts }
					choice={ choice }
				/>
			) }
		</>
	);
}

/** Sellsy gave no whole answer: it may have been busy. */
function AskAgain( {
	lists: { refreshing, refresh },
}: Pick< StepProps, 'lists' > ) {
	const isRunning = refreshing.status === 'running';
	return (
		<>
			{ refreshing.status === 'failed' && (
				<Failure error={ refreshing.error } />
			) }
			<div className="orderinvoicer-actions">
				<Button
					variant="secondary"
					__next40pxDefaultSize
					isBusy={ isRunning }
					disabled={ isRunning }
					accessibleWhenDisabled
					onClick={ refresh }
				>
					{ __( 'Ask Sellsy again', 'orderinvoicer' ) }
				</Button>
			</div>
		</>
	);
}

type ConsequencesProps = Pick< StepProps, 'form' | 'facts' > & {
	sellsy: Sellsy;
	shop: Shop;
	choice: Choice;
};

function Consequences( {
	form,
	facts,
	sellsy,
	shop,
	choice,
}: ConsequencesProps ) {
	const proposed = proposedRateCategory( sellsy, shop.currency );
	const chosen = planOf( choice, form.value, proposed );
	const planned = withEdits( form.value, chosen );
	const open = newlyFinalKinds( chosen, facts.settings );
	const changes = changesOf( form.value, planned, shop );
	const { problem } = sellsy.rate_categories;
	return (
		<Section title={ __( 'What that means', 'orderinvoicer' ) }>
			<StoryList settings={ planned } shop={ shop } open={ open } />
			{ open.length > 0 && (
				<p>
					{ __(
						'Final at once, or drafts first: the last step asks you.',
						'orderinvoicer'
					) }
				</p>
			) }
			{ changes.length > 0 && (
				<Message status="warning">
					<p>
						<strong>
							{ __(
								'This changes what you had set:',
								'orderinvoicer'
							) }
						</strong>
					</p>
					<ul className="orderinvoicer-list">
						{ changes.map( ( text ) => (
							<li key={ text }>{ text }</li>
						) ) }
					</ul>
				</Message>
			) }
			{ problem && <ProblemMessage problem={ problem } /> }
			<RateCategoryChoice
				form={ form }
				kinds={ kindsOf( choice, form.value ) }
				planned={ planned }
				sellsy={ sellsy }
				currency={ shop.currency }
			/>
		</Section>
	);
}
