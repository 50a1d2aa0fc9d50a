import { Button } from '@wordpress/components';
import { useInstanceId } from '@wordpress/compose';
import { __ } from '@wordpress/i18n';
import { LeftToCheck } from '../../../../components/mapping/LeftToCheck';
import type { SettingsForm } from '../../../settings/useSettings';
import type { SellsyLists } from '../../../useSellsyLists';
import { certainProposals, leftToCheck, type TaxRows } from '../useTaxes';

type TaxActionsProps = {
	form: SettingsForm;
	rows: TaxRows;
	lists: SellsyLists;
	/** What else is to be said of the choices below. */
	children?: React.ReactNode;
};

export function TaxActions( { form, rows, lists, children }: TaxActionsProps ) {
	const proposed = certainProposals( form.value, rows );
	const left = leftToCheck( rows );
	const leftId = useInstanceId( TaxActions, 'orderinvoicer-left-to-check' );
	const isRefreshing = lists.refreshing.status === 'running';
	const isReading = [ lists.sellsy, lists.proposals ].some(
		( { resource } ) => resource.status === 'loading'
	);
	return (
		<>
			<div className="orderinvoicer-actions orderinvoicer-actions--above">
				<Button
					variant="secondary"
					__next40pxDefaultSize
					disabled={ proposed === null }
					accessibleWhenDisabled
					aria-describedby={ left > 0 ? leftId : undefined }
					onClick={ () => proposed && form.edit( proposed ) }
				>
					{ __( 'Use all certain proposals', 'orderinvoicer' ) }
				</Button>
				<Button
					variant="tertiary"
					__next40pxDefaultSize
					isBusy={ isRefreshing }
					disabled={ isRefreshing }
					accessibleWhenDisabled
					onClick={ lists.refresh }
				>
					{ __( 'Read the taxes of Sellsy again', 'orderinvoicer' ) }
				</Button>
			</div>
			<p className="orderinvoicer-line" role="status">
				{ isReading &&
					__( 'Reading the taxes of Sellsy…', 'orderinvoicer' ) }
				<LeftToCheck id={ leftId } count={ left } /> { children }
			</p>
		</>
	);
}
