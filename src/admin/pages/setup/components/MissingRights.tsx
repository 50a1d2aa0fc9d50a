import { __ } from '@wordpress/i18n';
import { Message } from '../../../../components/Message';
import { lacksRights, type StepProps } from '../progress';
import { stepHref } from '../steps';

export const MissingRights = ( { facts }: Pick< StepProps, 'facts' > ) =>
	lacksRights( facts ) && (
		<Message status="warning">
			<p>
				{ __(
					'Rights are missing in Sellsy: orders that need them wait.',
					'orderinvoicer'
				) }{ ' ' }
				<a href={ stepHref( 'connect' ) }>
					{ __( 'To the connection', 'orderinvoicer' ) }
				</a>
			</p>
		</Message>
	);
