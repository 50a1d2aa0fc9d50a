import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { SettingsForm } from '../../../settings/useSettings';
import type { SellsyLists } from '../../../useSellsyLists';
import { allProposals, type TaxRows } from '../useTaxes';

type TaxActionsProps = {
	form: SettingsForm;
	rows: TaxRows;
	lists: SellsyLists;
};

export function TaxActions( { form, rows, lists }: TaxActionsProps ) {
	const proposed = allProposals( form.value, rows );
	const isRefreshing = lists.refreshing.status === 'running';
	return (
		<div className="orderinvoicer-actions orderinvoicer-actions--above">
			<Button
				variant="secondary"
				__next40pxDefaultSize
				disabled={ proposed === null }
				accessibleWhenDisabled
				onClick={ () => proposed && form.edit( proposed ) }
			>
				{ __( 'Use all proposals', 'orderinvoicer' ) }
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
	);
}
