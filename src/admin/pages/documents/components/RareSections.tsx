import { Suspense, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { fetched } from '../../../../components/fetched';
import { Loading } from '../../../../components/Loading';
import type { ShopCodeFieldProps } from './ShopCodeField';

/** Folded: first the page is seen. */
const RareFields = fetched( async () => {
	const part = await import( /* webpackChunkName: "rare" */ './RareFields' );
	return part.RareFields;
} );

const Kept = fetched( async () => {
	const part = await import( /* webpackChunkName: "rare" */ './RareFields' );
	return part.Kept;
} );

/** What older releases asked for. */
export const WithoutEffect = ( props: Pick< ShopCodeFieldProps, 'form' > ) => (
	<Suspense fallback={ null }>
		<Kept { ...props } />
	</Suspense>
);

/** What most shops never change, folded; a field that holds something wrong is seen. */
export function RareSections( { form, shop }: ShopCodeFieldProps ) {
	const [ isOpen, setOpen ] = useState( false );
	const isWrong = form.errors[ 'shop_code' ] !== undefined;
	return (
		<details
			className="orderinvoicer-more"
			open={ isOpen || isWrong }
			onToggle={ ( { currentTarget: details } ) => {
				// The browser has closed it already, and for React nothing has changed.
				details.open ||= isWrong;
				setOpen( details.open );
			} }
		>
			<summary>
				{ __(
					'More for all documents: free orders, shop code, deleting data',
					'orderinvoicer'
				) }
			</summary>
			<Suspense
				fallback={
					<Loading label={ __( 'Opening…', 'orderinvoicer' ) } />
				}
			>
				<RareFields form={ form } shop={ shop } />
			</Suspense>
		</details>
	);
}
