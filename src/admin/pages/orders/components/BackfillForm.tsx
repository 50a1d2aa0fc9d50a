import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ConfirmModal } from '../../../../components/ConfirmModal';
import type { Settings, Shop } from '../../../../generated/schemas';
import { type Choice, firstChoice, missingOf } from '../choice';
import { type CountModel, useCount } from '../count';
import type { BackfillModel } from '../useBackfill';
import { ChoiceFields, NoDraftsMessage } from './ChoiceFields';
import { CountResult, ordersText } from './CountResult';

type BackfillFormProps = {
	settings: Settings;
	shop: Shop;
	model: BackfillModel;
};

export function BackfillForm( { settings, shop, model }: BackfillFormProps ) {
	const [ choice, setChoice ] = useState( () =>
		firstChoice( settings, shop )
	);
	const count = useCount();
	const change = ( edit: Partial< Choice > ) => {
		setChoice( { ...choice, ...edit } );
		// What was counted is true of that choice only; drafts change no number.
		if ( edit.drafts === undefined ) {
			count.reset();
		}
	};
	return (
		<>
			<ChoiceFields choice={ choice } shop={ shop } onChange={ change } />
			<CountButton choice={ choice } count={ count } />
			<CountResult
				walk={ count.walk }
				onRetry={ () => count.start( choice ) }
			/>
			<StartButton choice={ choice } count={ count } model={ model } />
		</>
	);
}

type CountButtonProps = { choice: Choice; count: CountModel };

function CountButton( { choice, count }: CountButtonProps ) {
	const missing = missingOf( choice );
	return (
		<div className="orderinvoicer-actions">
			<Button
				variant="secondary"
				__next40pxDefaultSize
				disabled={ missing !== null || count.walk.status === 'running' }
				accessibleWhenDisabled
				onClick={ () => count.start( choice ) }
			>
				{ __( 'Count the orders', 'orderinvoicer' ) }
			</Button>
			{ missing && (
				<span className="orderinvoicer-muted">{ missing }</span>
			) }
		</div>
	);
}

type StartButtonProps = CountButtonProps & { model: BackfillModel };

function StartButton( { choice, count: { walk }, model }: StartButtonProps ) {
	const [ isAsking, setAsking ] = useState( false );
	const orders = walk.status === 'done' ? walk.data.orders : null;
	if ( walk.status !== 'done' || walk.data.problem || ! orders ) {
		return null;
	}
	const label = __( 'Make the documents', 'orderinvoicer' );
	return (
		<div className="orderinvoicer-actions">
			<Button
				variant="primary"
				__next40pxDefaultSize
				disabled={ model.acting.status === 'running' }
				accessibleWhenDisabled
				onClick={ () => setAsking( true ) }
			>
				{ label }
			</Button>
			{ isAsking && (
				<ConfirmModal
					title={ __(
						'Make documents of old orders?',
						'orderinvoicer'
					) }
					confirmLabel={ label }
					onCancel={ () => setAsking( false ) }
					onConfirm={ () => {
						setAsking( false );
						model.begin( choice );
					} }
				>
					<p>{ ordersText( orders ) }</p>
					{ choice.drafts ? (
						<p>
							{ __(
								'Everything stays a draft in Sellsy.',
								'orderinvoicer'
							) }
						</p>
					) : (
						<NoDraftsMessage />
					) }
				</ConfirmModal>
			) }
		</div>
	);
}
