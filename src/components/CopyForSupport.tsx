import { Button } from '@wordpress/components';
import { useCopyToClipboard } from '@wordpress/compose';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

type CopyForSupportProps = { text: string; children?: React.ReactNode };

/** Other buttons for the same purpose stand beside it. */
export function CopyForSupport( { text, children }: CopyForSupportProps ) {
	const [ isCopied, setCopied ] = useState( false );
	const button = useCopyToClipboard< HTMLButtonElement >( text, () =>
		setCopied( true )
	);
	return (
		<div className="orderinvoicer-actions">
			<Button ref={ button } variant="secondary" __next40pxDefaultSize>
				{ __( 'Copy for support', 'orderinvoicer' ) }
			</Button>
			{ children }
			<span aria-live="polite">
				{ isCopied &&
					__(
						'Copied: codes and numbers, no personal data.',
						'orderinvoicer'
					) }
			</span>
		</div>
	);
}
