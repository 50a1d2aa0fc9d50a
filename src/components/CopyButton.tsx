import { Button } from '@wordpress/components';
import { useCopyToClipboard } from '@wordpress/compose';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

type CopyButtonProps = {
	text: string;
	label: string;
	copiedText?: string;
	/** Stands between the button and what it says. */
	children?: React.ReactNode;
};

/** Says that it did, to those who do not see the clipboard. */
export function CopyButton( {
	text,
	label,
	copiedText = __( 'Copied.', 'orderinvoicer' ),
	children,
}: CopyButtonProps ) {
	const [ copied, setCopied ] = useState< string | null >( null );
	const button = useCopyToClipboard< HTMLButtonElement >( text, () =>
		setCopied( text )
	);
	return (
		<>
			<Button ref={ button } variant="secondary" __next40pxDefaultSize>
				{ label }
			</Button>
			{ children }
			<span role="status">{ copied === text && copiedText }</span>
		</>
	);
}
