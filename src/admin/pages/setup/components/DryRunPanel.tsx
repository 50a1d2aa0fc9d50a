import { Button } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { Failure } from '../../../../components/Message';
import { Section } from '../../../../components/Section';
import { formatCount } from '../../../../i18n/format';
import type { SettingsUpdate, Shop } from '../../../../generated/schemas';
import {
	DryRunTable,
	type DryRunTableProps,
} from '../../orders/components/DryRunTable';
import { Progress } from '../../orders/components/Progress';
import {
	DRY_RUN_ORDERS,
	sorted,
	type Tried,
	triedPercent,
	useDryRun,
} from '../../orders/dryRun';
import type { Walk } from '../../orders/useWalk';
import { fixOf } from '../fixes';
import { DryRunSummary } from './DryRunSummary';

type DryRunPanelProps = {
	settings: SettingsUpdate;
	shop: Shop;
};

/** Starts by itself: it creates nothing, and its result is what this step is for. */
export function DryRunPanel( { settings, shop }: DryRunPanelProps ) {
	const { walk, start, resume, stop } = useDryRun( settings );
	useOnce( start );
	return (
		<Section
			title={ sprintf(
				/* translators: %s: number of orders. */
				__( 'Your last %s orders', 'orderinvoicer' ),
				formatCount( DRY_RUN_ORDERS )
			) }
			actions={
				<DryRunButton walk={ walk } start={ start } stop={ stop } />
			}
		>
			{ walk.status === 'running' && (
				<Progress
					label={ __( 'Progress of the dry run', 'orderinvoicer' ) }
					percent={ triedPercent( walk.data ) }
				>
					{ sprintf(
						/* translators: %s: number of orders. */
						__( 'Orders looked at: %s', 'orderinvoicer' ),
						formatCount( walk.data.orders.length )
					) }
				</Progress>
			) }
			{ walk.status === 'failed' && (
				<Failure error={ walk.error } onRetry={ resume } />
			) }
			{ ( walk.status === 'done' || walk.status === 'stopped' ) && (
				<DryRunSummary
					tried={ walk.data }
					isWhole={ walk.status === 'done' }
				/>
			) }
			{ walk.status !== 'idle' && (
				<Orders
					orders={ walk.data.orders }
					shop={ shop }
					fixOf={ fixOf }
				/>
			) }
		</Section>
	);
}

/** So many are seen at once: what needs a person stands first, and the summary names every reason. */
const AT_FIRST = 5;

function Orders( { orders, ...props }: DryRunTableProps ) {
	const [ isAll, setIsAll ] = useState( false );
	return (
		<>
			<DryRunTable
				orders={
					isAll ? orders : sorted( orders ).slice( 0, AT_FIRST )
				}
				{ ...props }
			/>
			{ orders.length > AT_FIRST && (
				<div className="orderinvoicer-actions">
					<Button
						variant="tertiary"
						__next40pxDefaultSize
						onClick={ () => setIsAll( ! isAll ) }
					>
						{ isAll
							? __( 'Show fewer orders', 'orderinvoicer' )
							: sprintf(
									/* translators: %s: number of orders. */
									__( 'Show all %s orders', 'orderinvoicer' ),
									formatCount( orders.length )
								) }
					</Button>
				</div>
			) }
		</>
	);
}

type DryRunButtonProps = {
	walk: Walk< Tried >;
	start: () => void;
	stop: () => void;
};

/** One place for both, so that the focus stays where it was. */
function DryRunButton( { walk, start, stop }: DryRunButtonProps ) {
	const isRunning = walk.status === 'running';
	return (
		<Button
			variant="tertiary"
			size="compact"
			onClick={ isRunning ? stop : start }
		>
			{ isRunning
				? __( 'Stop', 'orderinvoicer' )
				: __( 'Run again', 'orderinvoicer' ) }
		</Button>
	);
}

function useOnce( act: () => void ) {
	const first = useRef( act );
	useEffect( () => first.current(), [] );
}
