import { useEffect } from '@wordpress/element';
import { openSetting } from './openSetting';
import { PLACES } from './places';

/** Draws nothing: the page itself shows the setting. */
export function Opened( { name: wanted }: { name: string } ) {
	useEffect( () => {
		if ( PLACES.some( ( { name } ) => name === wanted ) ) {
			openSetting( wanted );
		}
	}, [ wanted ] );
	return null;
}
