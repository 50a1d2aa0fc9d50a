import { Icon } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { HelpTopic } from '../generated/facts';

/** Opens WordPress's own help at this page's text: src/help listens to it. */
export const HelpLink = ( { topic }: { topic: HelpTopic } ) => (
	<button
		type="button"
		className="button-link orderinvoicer-help"
		data-orderinvoicer-help={ `orderinvoicer-${ topic }` }
	>
		<span aria-hidden="true">
			<Icon icon="editor-help" />
		</span>{ ' ' }
		{ __( 'Help on this page', 'orderinvoicer' ) }
	</button>
);
