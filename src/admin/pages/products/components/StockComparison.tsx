import { __ } from '@wordpress/i18n';
import { Failure, Message } from '../../../../components/Message';
import { ResourceView } from '../../../../components/ResourceView';
import { formatTime } from '../../../../i18n/format';
import type { Stock as Comparison } from '../../../../generated/schemas';
import { useStock } from '../useStock';
import { StockButtons } from './StockButtons';
import { StockChanges, StockProducts } from './StockTables';

type StockComparisonProps = {
	/** What is chosen on the page is not what is compared. */
	isUnsaved: boolean;
	onSwitched: () => void;
};

export function StockComparison( {
	isUnsaved,
	onSwitched,
}: StockComparisonProps ) {
	const model = useStock( onSwitched );
	return (
		<>
			<ResourceView
				view={ model }
				loadingLabel={ __(
					'Reading how the stock stands…',
					'orderinvoicer'
				) }
			>
				{ ( comparison ) => (
					<>
						<Standing comparison={ comparison } />
						<StockButtons
							comparison={ comparison }
							model={ model }
							isUnsaved={ isUnsaved }
						/>
						<StockProducts comparison={ comparison } />
						<StockChanges comparison={ comparison } />
					</>
				) }
			</ResourceView>
			{ model.acting.status === 'failed' && (
				<Failure error={ model.acting.error } />
			) }
		</>
	);
}

const LEVELS: Partial<
	Record< Comparison[ 'standing' ], 'success' | 'warning' >
> = {
	agreeing: 'success',
	cannot_lead: 'warning',
};

function Standing( { comparison }: { comparison: Comparison } ) {
	const { standing, text, trouble, seen_at: seenAt } = comparison;
	return (
		<>
			<Message status={ LEVELS[ standing ] ?? 'info' }>
				<p>{ text }</p>
				{ seenAt !== null && (
					<p>
						{ __( 'Last whole comparison:', 'orderinvoicer' ) }{ ' ' }
						<time dateTime={ seenAt }>
							{ formatTime( seenAt ) }
						</time>
					</p>
				) }
			</Message>
			{ trouble !== '' && (
				<Message status="warning">
					<p>{ trouble }</p>
				</Message>
			) }
		</>
	);
}
