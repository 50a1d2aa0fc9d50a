import { __ } from '@wordpress/i18n';
import { CopyButton } from './CopyButton';

type CopyForSupportProps = {
	text: string;
	/** What is copied, where a page has more than one of them. */
	label?: string;
	children?: React.ReactNode;
};

/** Other buttons for the same purpose stand beside it. */
export function CopyForSupport( {
	text,
	label = __( 'Copy for support', 'orderinvoicer' ),
	children,
}: CopyForSupportProps ) {
	return (
		<div className="orderinvoicer-actions">
			<CopyButton
				text={ text }
				label={ label }
				copiedText={ __(
					'Copied: codes and numbers, no personal data.',
					'orderinvoicer'
				) }
			>
				{ children }
			</CopyButton>
		</div>
	);
}
