import { Button, SearchControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

type SearchFormProps = {
	label: string;
	help?: string;
	onSearch: ( search: string ) => void;
	children?: React.ReactNode;
};

/** Asks when it is sent: a request for every letter would be a waste. */
export function SearchForm( {
	label,
	help,
	onSearch,
	children,
}: SearchFormProps ) {
	const [ text, setText ] = useState( '' );
	return (
		<div>
			<form
				role="search"
				aria-label={ label }
				className="orderinvoicer-filters is-search"
				onSubmit={ ( event ) => {
					event.preventDefault();
					onSearch( text.trim() );
				} }
			>
				{ children }
				<SearchControl
					__nextHasNoMarginBottom
					label={ label }
					hideLabelFromVision={ false }
					value={ text }
					onChange={ ( value ) => {
						setText( value );
						if ( value === '' ) {
							onSearch( '' );
						}
					} }
				/>
				<Button variant="secondary" type="submit" __next40pxDefaultSize>
					{ __( 'Search', 'orderinvoicer' ) }
				</Button>
			</form>
			{ help && <p className="orderinvoicer-muted">{ help }</p> }
		</div>
	);
}
