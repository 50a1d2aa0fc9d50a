import { Button, TextControl } from '@wordpress/components';
import { useCopyToClipboard } from '@wordpress/compose';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

export function RedirectUrl( { url }: { url: string } ) {
	const [ isCopied, setIsCopied ] = useState( false );
	const button = useCopyToClipboard< HTMLButtonElement >( url, () =>
		setIsCopied( true )
	);
	return (
		<div className="orderinvoicer-copy">
			<TextControl
				__nextHasNoMarginBottom
				__next40pxDefaultSize
				label={ __( 'Redirect URL', 'orderinvoicer' ) }
				value={ url }
				onChange={ () => {} }
				onFocus={ ( event ) => event.target.select() }
				readOnly
			/>
			<Button ref={ button } variant="secondary" __next40pxDefaultSize>
				{ __( 'Copy', 'orderinvoicer' ) }
			</Button>
			<span role="status">
				{ isCopied && __( 'Copied.', 'orderinvoicer' ) }
			</span>
		</div>
	);
}
