import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { StatusModel } from './useStatus';

/** The address of the site changed: only a person knows whether this is the shop or a copy of it. */
export function SiteDecisionButtons( {
	model,
}: {
	model: Pick< StatusModel, 'deciding' | 'decide' >;
} ) {
	const isRunning = model.deciding.status === 'running';
	return (
		<>
			<Button
				variant="secondary"
				__next40pxDefaultSize
				disabled={ isRunning }
				accessibleWhenDisabled
				onClick={ () => model.decide( 'copy' ) }
			>
				{ __(
					'This is a copy: never invoice from here',
					'orderinvoicer'
				) }
			</Button>
			<Button
				variant="secondary"
				__next40pxDefaultSize
				disabled={ isRunning }
				accessibleWhenDisabled
				onClick={ () => model.decide( 'moved' ) }
			>
				{ __( 'This is the shop: it moved here', 'orderinvoicer' ) }
			</Button>
		</>
	);
}
