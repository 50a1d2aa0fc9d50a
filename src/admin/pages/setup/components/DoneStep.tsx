import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { ResourceView } from '../../../../components/ResourceView';
import { Section } from '../../../../components/Section';
import { hrefOf } from '../../../useRoute';
import type { StepProps } from '../progress';
import { CatchUp } from './CatchUp';
import { Missing } from './Missing';
import { MissingRights } from './MissingRights';
import { StepFrame } from './StepFrame';

export function DoneStep( { facts, heading, shop, onChanged }: StepProps ) {
	const { saved } = facts;
	return (
		<StepFrame
			step="done"
			heading={ heading }
			title={ __( 'Order Invoicer is on', 'orderinvoicer' ) }
		>
			<MissingRights facts={ facts } />
			<ResourceView
				view={ shop }
				loadingLabel={ __( 'Reading the shop…', 'orderinvoicer' ) }
			>
				{ ( data ) => (
					<>
						<Missing
							settings={ saved }
							shop={ data }
							hrefOf={ hrefOf }
						/>
						<WhatNext />
					</>
				) }
			</ResourceView>
			<CatchUp settings={ saved } onChanged={ onChanged } />
		</StepFrame>
	);
}

const WhatNext = () => (
	<Section
		title={ __( 'What happens next', 'orderinvoicer' ) }
		intro={ __(
			'Within a minute each order has its link to the document, in the list of orders and on the order itself; what cannot be done right waits for you, with its reason.',
			'orderinvoicer'
		) }
	>
		<div className="orderinvoicer-actions">
			<Button
				variant="primary"
				__next40pxDefaultSize
				href={ hrefOf( 'overview' ) }
			>
				{ __( 'Open the overview', 'orderinvoicer' ) }
			</Button>
			<Button
				variant="tertiary"
				__next40pxDefaultSize
				href={ hrefOf( 'settings' ) }
			>
				{ __( 'See all the settings', 'orderinvoicer' ) }
			</Button>
			<Button
				variant="tertiary"
				__next40pxDefaultSize
				href={ hrefOf( 'orders' ) }
			>
				{ __( 'Old orders', 'orderinvoicer' ) }
			</Button>
		</div>
	</Section>
);
