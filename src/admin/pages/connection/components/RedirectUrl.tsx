import { TextControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { CopyButton } from '../../../../components/CopyButton';

export function RedirectUrl( { url }: { url: string } ) {
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
			<CopyButton text={ url } label={ __( 'Copy', 'orderinvoicer' ) } />
		</div>
	);
}
