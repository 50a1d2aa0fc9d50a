import { Button, ExternalLink } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { ProblemMessage } from '../../components/Message';
import type { Status } from '../../generated/schemas';
import type { StatusModel } from './useStatus';

type ClashMessageProps = {
	clash: NonNullable< Status[ 'clash' ] >;
	model: Pick< StatusModel, 'settling' | 'settle' >;
};

/** Another shop writes with this shop's code: only its owner knows whether that is so. */
export function ClashMessage( { clash, model }: ClashMessageProps ) {
	return (
		<ProblemMessage
			problem={ clash }
			status="warning"
			actions={
				<>
					<ExternalLink href={ clash.url }>
						{ __(
							'Look at the document in Sellsy',
							'orderinvoicer'
						) }
					</ExternalLink>
					<Button
						variant="secondary"
						__next40pxDefaultSize
						disabled={ model.settling.status === 'running' }
						accessibleWhenDisabled
						onClick={ model.settle }
					>
						{ __(
							'These documents are ours, or it is settled',
							'orderinvoicer'
						) }
					</Button>
				</>
			}
		/>
	);
}
