import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Section } from '../../../../components/Section';
import { hrefOf } from '../../../useRoute';
import type { Plan } from '../plan';
import { CatchUp } from './CatchUp';
import { Missing } from './Missing';
import { StoryList } from './StoryList';

/** The page that shows at a glance whether all is well. */
const OVERVIEW = '#/overview';

type DonePanelProps = { plan: Plan; onChanged: () => void };

export function DonePanel( { plan, onChanged }: DonePanelProps ) {
	const { settings, shop } = plan;
	return (
		<>
			<Missing plan={ plan } hrefOf={ hrefOf } />
			<Section
				title={ __( 'What happens next', 'orderinvoicer' ) }
				intro={ __(
					'Within a minute each order has its link to the document, in the list of orders and on the order itself; what cannot be done right waits for you, with its reason.',
					'orderinvoicer'
				) }
			>
				<StoryList settings={ settings } shop={ shop } />
				<div className="orderinvoicer-actions">
					<Button
						variant="primary"
						__next40pxDefaultSize
						href={ OVERVIEW }
					>
						{ __( 'Open the overview', 'orderinvoicer' ) }
					</Button>
					<Button
						variant="tertiary"
						__next40pxDefaultSize
						href={ hrefOf( 'documents' ) }
					>
						{ __( 'Fine-tune the documents', 'orderinvoicer' ) }
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
			<CatchUp settings={ settings } onChanged={ onChanged } />
		</>
	);
}
